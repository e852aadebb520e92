package coop.parasol.distribution.recall;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.RecallEvent.RecallNoticeIssued;
import coop.parasol.distribution.shipment.SentUnitsRepository;
import coop.parasol.distribution.shipment.SentUnitsRepository.SentUnits;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.RecallListener;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes which partners have been sent units of recalled batches: each of them has a notice, and is asked to answer it. What is noted
 * is told as an event, so that they can be written to.
 */
@ApplicationScoped
public class NotifyPartners implements RecallListener {

    private final SentUnitsRepository sentUnits;
    private final BatchRepository batches;
    private final Outbox outbox;
    private final Jdbi jdbi;

    NotifyPartners(SentUnitsRepository sentUnits, BatchRepository batches, Outbox outbox, Jdbi jdbi) {
        this.sentUnits = sentUnits;
        this.batches = batches;
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    /** A notice that was not there before. */
    record Issued(UUID noticeId, UUID batchId, UUID partnerId, BigDecimal quantity) {}

    @Override
    public void batchesRecalled(List<Received<BatchRecalled>> recalled) {
        Map<UUID, Received<BatchRecalled>> byBatch = new LinkedHashMap<>();
        recalled.forEach(batch -> byBatch.putIfAbsent(batch.event().batchId(), batch));
        store(byBatch.values().stream().map(Received::event).toList());
        tell(issue(byBatch), byBatch);
    }

    private List<Issued> issue(Map<UUID, Received<BatchRecalled>> byBatch) {
        List<SentUnits> sent = sentUnits.of(byBatch.keySet());
        return jdbi.withHandle(handle -> handle.createQuery("""
            insert into recall_notice (notice_id, recall_id, batch_id, partner_id, quantity)
            select notice_id, recall_id, batch_id, partner_id, quantity
              from unnest(:ids, :recalls, :batches, :partners, :quantities)
                   as notice (notice_id, recall_id, batch_id, partner_id, quantity)
             order by batch_id, partner_id on conflict do nothing
            returning notice_id, batch_id, partner_id, quantity
            """)
                .bindArray("ids", UUID.class, Columns.of(sent, units -> Ids.next()))
                .bindArray(
                        "recalls",
                        UUID.class,
                        Columns.of(
                                sent,
                                units ->
                                        recall(byBatch, units.batchId()).event().recallId()))
                .bindArray("batches", UUID.class, Columns.of(sent, SentUnits::batchId))
                .bindArray("partners", UUID.class, Columns.of(sent, SentUnits::partnerId))
                .bindArray("quantities", BigDecimal.class, Columns.of(sent, SentUnits::quantity))
                .mapTo(Issued.class)
                .list());
    }

    private void tell(List<Issued> issued, Map<UUID, Received<BatchRecalled>> byBatch) {
        if (issued.isEmpty()) {
            return;
        }
        Map<UUID, BatchRepository.Lot> lots =
                batches.lots(issued.stream().map(Issued::batchId).distinct().toList());
        String trace = Outbox.traceparent();
        outbox.append(issued.stream()
                .map(notice -> {
                    Received<BatchRecalled> recall = recall(byBatch, notice.batchId());
                    String unit = Objects.requireNonNull(lots.get(notice.batchId()), "a lot that was sent")
                            .unit();
                    return new Outbox.Decided(event(notice, recall.event(), unit), Cause.by(recall.envelope()), trace);
                })
                .toList());
    }

    private static RecallNoticeIssued event(Issued notice, BatchRecalled recall, String unit) {
        return new RecallNoticeIssued(
                notice.noticeId(),
                recall.recallId(),
                notice.batchId(),
                recall.memberId(),
                notice.partnerId(),
                recall.product(),
                recall.lot(),
                new Quantity(notice.quantity(), unit),
                recall.recallClass(),
                recall.at());
    }

    private static Received<BatchRecalled> recall(Map<UUID, Received<BatchRecalled>> byBatch, UUID batchId) {
        return Objects.requireNonNull(byBatch.get(batchId), "a batch that was recalled");
    }

    private void store(Collection<BatchRecalled> recalled) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into recalled_batch (batch_id, recall_id, recall_class, reason, recalled_at)
            select batch_id, recall_id, recall_class, reason, recalled_at
              from unnest(:batches, :recalls, :classes, :reasons, :moments)
                   as r (batch_id, recall_id, recall_class, reason, recalled_at)
             order by batch_id on conflict do nothing
            """)
                .bindArray("batches", UUID.class, Columns.of(recalled, BatchRecalled::batchId))
                .bindArray("recalls", UUID.class, Columns.of(recalled, BatchRecalled::recallId))
                .bindArray(
                        "classes",
                        String.class,
                        Columns.of(recalled, batch -> batch.recallClass().name()))
                .bindArray("reasons", String.class, Columns.of(recalled, BatchRecalled::reason))
                .bindArray("moments", Instant.class, Columns.of(recalled, BatchRecalled::at))
                .execute());
    }
}
