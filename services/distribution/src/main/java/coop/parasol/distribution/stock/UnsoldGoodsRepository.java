package coop.parasol.distribution.stock;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Goods that members have in store and that are not sold yet. */
@ApplicationScoped
public class UnsoldGoodsRepository {

    private static final String UNSOLD = """
            owner = 'MEMBER' and certificate_state in ('CERTIFIED', 'SUSPENDED')
            and has_unsold_units and (reserved > 0 or on_hand > 0 and expiry >= :today)
            """;
    private static final String QUANTITY = "reserved + case when expiry >= :today then on_hand else 0 end";
    private static final String SELECT =
            "select batch_id, member_id, product, grade, unit, lot, " + QUANTITY + " as quantity from batch";

    private final Jdbi jdbi;
    private final FirmClock clock;

    UnsoldGoodsRepository(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Units of a batch that are the member's and on hand within date, or reserved. */
    public record UnsoldGoods(
            UUID batchId, UUID memberId, String product, String grade, String unit, String lot, BigDecimal quantity) {}

    /**
     * Unsold units of a member's batches of a product in a grade.
     *
     * @param lots how many batches they are of
     */
    public record UnsoldSum(UUID memberId, String product, String grade, String unit, long lots, BigDecimal quantity) {}

    /** A member's goods after a batch, in the order of the batches. */
    public List<UnsoldGoods> page(UUID memberId, UUID afterBatch, int maxRows) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " where member_id = :memberId and batch_id > :after" + " and "
                                + UNSOLD + " order by batch_id limit :maxRows")
                        .bind("today", clock.today())
                        .bind("memberId", memberId)
                        .bind("after", afterBatch)
                        .bind("maxRows", maxRows)
                        .mapTo(UnsoldGoods.class)
                        .list());
    }

    /** Empty if the batch is not the member's, or nothing of it is unsold. */
    public Optional<UnsoldGoods> ofBatch(UUID memberId, UUID batchId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where member_id = :memberId and batch_id = :batchId and " + UNSOLD)
                .bind("today", clock.today())
                .bind("memberId", memberId)
                .bind("batchId", batchId)
                .mapTo(UnsoldGoods.class)
                .findOne());
    }

    /** Members' goods, added up by product and grade. */
    public List<UnsoldSum> sums(Collection<UUID> memberIds) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select member_id, product, grade, unit, count(*) as lots, sum("
                                + QUANTITY + ") as quantity from batch where member_id = any(:memberIds) and " + UNSOLD
                                + " group by member_id, product, grade, unit order by member_id, product, grade")
                        .bind("today", clock.today())
                        .bindArray("memberIds", UUID.class, memberIds)
                        .mapTo(UnsoldSum.class)
                        .list());
    }

    /** The products of a member's goods. */
    public List<String> products(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct product from batch where member_id = :memberId and " + UNSOLD)
                .bind("today", clock.today())
                .bind("memberId", memberId)
                .mapTo(String.class)
                .list());
    }

    /** The firm has bought them: from now on they are its own. */
    public void transferToFirm(Collection<UnsoldGoods> goods) {
        jdbi.useHandle(handle -> handle.createUpdate("update batch set owner = 'FIRM' where batch_id = any(:batchIds)")
                .bindArray(
                        "batchIds",
                        UUID.class,
                        goods.stream().map(UnsoldGoods::batchId).toList())
                .execute());
    }
}
