package coop.parasol.distribution.recall;

import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.stock.StockAudit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Recalls in figures, and the notices of partners. */
@ApplicationScoped
class RecallNotices {

    private final Jdbi jdbi;

    RecallNotices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A recalled batch in figures, in the unit of its product.
     *
     * @param sold units that partners had been sent
     * @param reached of these, units of partners that have acknowledged the recall
     * @param confirmed of these, units of partners that have said that what they had left is off sale
     * @param withdrawn units that partners have taken off sale
     */
    record RecalledBatch(
            UUID batchId,
            UUID recallId,
            String recallClass,
            String reason,
            Instant recalledAt,
            String product,
            String lot,
            String unit,
            BigDecimal sold,
            BigDecimal reached,
            BigDecimal confirmed,
            BigDecimal withdrawn) {}

    /** A partner's notice with the batch that it is about. */
    record Notice(
            UUID noticeId,
            UUID recallId,
            UUID batchId,
            UUID partnerId,
            String recallClass,
            String reason,
            Instant recalledAt,
            String product,
            String lot,
            String certificateNumber,
            String unit,
            BigDecimal quantity,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant confirmedAt,
            @Nullable BigDecimal withdrawn) {}

    /** Recalled batches in the order of their ids. */
    List<RecalledBatch> batches(UUID after, int maxRows) {
        Part page = new Part(
                "page",
                "select batch_id, recall_id, recall_class, reason, recalled_at from recalled_batch"
                        + " where batch_id > :after order by batch_id limit :maxRows",
                statement -> statement.bind("after", after).bind("maxRows", maxRows));
        return jdbi.withHandle(handle -> CombinedStatement.of(List.of(page, StockAudit.lots("lots")))
                .query(handle, """
                        select p.*, b.product, b.lot, b.unit, coalesce(sum(n.quantity), 0) as sold,
                               coalesce(sum(n.quantity) filter (where n.acknowledged_at is not null), 0) as reached,
                               coalesce(sum(n.quantity) filter (where n.confirmed_at is not null), 0) as confirmed,
                               coalesce(sum(n.withdrawn), 0) as withdrawn
                          from page p join lots b on b.batch_id = p.batch_id
                          left join recall_notice n on n.batch_id = p.batch_id
                         group by p.batch_id, p.recall_id, p.recall_class, p.reason, p.recalled_at, b.product, b.lot, b.unit
                         order by p.batch_id
                        """)
                .mapTo(RecalledBatch.class)
                .list());
    }

    /**
     * Notices, newest first.
     *
     * @param partnerId of this partner only; null for all
     */
    List<Notice> notices(UUID before, int maxRows, @Nullable UUID partnerId) {
        Part page = new Part(
                "page",
                "select * from recall_notice where notice_id < :before and (cast(:partnerId as uuid) is null or partner_id = cast(:partnerId as uuid))"
                        + " order by notice_id desc limit :maxRows",
                statement -> statement
                        .bind("before", before)
                        .bind("maxRows", maxRows)
                        .bindByType("partnerId", partnerId, UUID.class));
        return jdbi.withHandle(handle -> CombinedStatement.of(List.of(page, StockAudit.lots("lots")))
                .query(handle, """
                        select p.notice_id, p.recall_id, p.batch_id, p.partner_id, r.recall_class, r.reason, r.recalled_at,
                               b.product, b.lot, b.certificate_number, b.unit, p.quantity, p.acknowledged_at, p.confirmed_at, p.withdrawn
                          from page p join recalled_batch r on r.batch_id = p.batch_id join lots b on b.batch_id = p.batch_id
                         order by p.notice_id desc
                        """)
                .mapTo(Notice.class)
                .list());
    }
}
