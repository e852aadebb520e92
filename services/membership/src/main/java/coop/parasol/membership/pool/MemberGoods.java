package coop.parasol.membership.pool;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Members' certified goods, batch by batch, as quality and distribution have told it. Events come from several topics in any order,
 * so every number is a sum and a batch may be heard of before its certificate.
 */
@ApplicationScoped
public class MemberGoods implements ReadModel {

    /**
     * Units of a batch that are the member's and may still bring it money: unsold ones while the batch may be sold, and sold ones
     * that are not paid. When it may not be sold any more only what had left is waited for, of a recalled one nothing.
     */
    private static final String OPEN_UNITS = """
        case when recalled then 0
             when expired then least(sold, certified - bought_in - taken_back - consumed)
             else certified - bought_in - taken_back - consumed end - paid
        """;

    /** Units that are not dispatched, nor the firm's, taken back or gone into other batches. */
    private static final String UNSOLD = "certified - sold - bought_in - taken_back - consumed";

    private static final String FOR_SALE = "not recalled and not expired and " + UNSOLD + " > 0";

    private final Jdbi jdbi;

    MemberGoods(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Unsold units of a batch.
     *
     * @param lot the producer's own
     */
    public record UnsoldLot(UUID batchId, String product, String lot, String grade, Quantity quantity) {}

    /**
     * Unsold units of batches.
     *
     * @param lots how many batches they are of
     */
    public record UnsoldSum(String product, String grade, GoodsChoice choice, long lots, Quantity quantity) {}

    @Override
    public String name() {
        return "goods of members";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("pool_goods"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(BatchCertified.class, this::certified),
                new Projection<>(ShipmentDispatched.class, this::dispatched),
                new Projection<>(PaymentReceived.class, this::paid),
                new Projection<>(ConsignmentPurchased.class, this::boughtIn),
                new Projection<>(GoodsTakenBack.class, this::takenBack),
                new Projection<>(GoodsConsumed.class, this::consumed),
                new Projection<>(CertificateExpired.class, this::expired),
                new Projection<>(BatchRecalled.class, this::recalled));
    }

    /** Quality has certified batches, each of them once. */
    public void certified(List<BatchCertified> batches) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_goods (batch_id, member_id, product, lot, grade, unit, certified)
            select batch_id, member_id, product, lot, grade, unit, certified
              from unnest(:batches, :members, :products, :lots, :grades, :units, :certified)
                   as batch (batch_id, member_id, product, lot, grade, unit, certified)
             order by batch_id
                on conflict (batch_id) do update
               set member_id = excluded.member_id, product = excluded.product, lot = excluded.lot,
                   grade = excluded.grade, unit = excluded.unit, certified = excluded.certified
            """)
                .bindArray("batches", UUID.class, Columns.of(batches, BatchCertified::batchId))
                .bindArray("members", UUID.class, Columns.of(batches, BatchCertified::memberId))
                .bindArray("products", String.class, Columns.of(batches, BatchCertified::product))
                .bindArray("lots", String.class, Columns.of(batches, BatchCertified::lot))
                .bindArray("grades", String.class, Columns.of(batches, BatchCertified::grade))
                .bindArray(
                        "units",
                        String.class,
                        Columns.of(batches, batch -> batch.quantity().unit()))
                .bindArray(
                        "certified",
                        BigDecimal.class,
                        Columns.of(batches, batch -> batch.quantity().value()))
                .execute());
    }

    /** Distribution has dispatched units: they are sold. */
    public void dispatched(List<ShipmentDispatched> shipments) {
        List<ShippedGoods> goods = shipments.stream()
                .flatMap(shipment -> shipment.goods().stream())
                .toList();
        add(
                "sold",
                Columns.of(goods, ShippedGoods::batchId),
                Columns.of(goods, part -> part.quantity().value()));
    }

    /** Partners have paid for units of members. */
    public void paid(List<PaymentReceived> payments) {
        add(
                "paid",
                payments.stream()
                        .flatMap(payment -> payment.goods().stream())
                        .filter(part -> part.memberId() != null)
                        .toList());
    }

    /** The firm has bought units in. */
    public void boughtIn(List<ConsignmentPurchased> purchases) {
        add(
                "bought_in",
                purchases.stream()
                        .flatMap(purchase -> purchase.goods().stream())
                        .toList());
    }

    /** Members have taken units back. */
    void takenBack(List<GoodsTakenBack> goods) {
        add(
                "taken_back",
                Columns.of(goods, GoodsTakenBack::batchId),
                Columns.of(goods, taken -> taken.quantity().value()));
    }

    /** Units have gone into other batches of their producer. Of each batch the last event holds. */
    void consumed(List<GoodsConsumed> goods) {
        Map<UUID, BigDecimal> last = new TreeMap<>();
        goods.forEach(lot -> last.put(lot.batchId(), lot.quantity().value()));
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_goods (batch_id, consumed)
            select batch_id, quantity from unnest(:batches, :quantities) as lot (batch_id, quantity) order by batch_id
                on conflict (batch_id) do update set consumed = excluded.consumed
            """)
                .bindArray("batches", UUID.class, last.keySet())
                .bindArray("quantities", BigDecimal.class, last.values())
                .execute());
    }

    /** The last day of sale of batches is over. */
    public void expired(List<CertificateExpired> certificates) {
        mark(Columns.of(certificates, CertificateExpired::batchId), "expired");
    }

    /** Marks the members' goods of these batches as recalled. */
    public void recalled(List<BatchRecalled> batches) {
        mark(Columns.of(batches, BatchRecalled::batchId), "recalled");
    }

    private void add(String column, List<PaidGoods> goods) {
        add(
                column,
                Columns.of(goods, PaidGoods::batchId),
                Columns.of(goods, part -> part.quantity().value()));
    }

    private void add(String column, Collection<UUID> batchIds, Collection<BigDecimal> quantities) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_goods as g (batch_id, %1$s)
            select batch_id, sum(quantity) from unnest(:batches, :quantities) as moved (batch_id, quantity)
             group by batch_id order by batch_id
                on conflict (batch_id) do update set %1$s = g.%1$s + excluded.%1$s
            """.formatted(column))
                .bindArray("batches", UUID.class, batchIds)
                .bindArray("quantities", BigDecimal.class, quantities)
                .execute());
    }

    private void mark(Collection<UUID> batchIds, String column) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into pool_goods (batch_id, " + column
                        + ") select distinct batch, true from unnest(:batches) as batch order by batch"
                        + " on conflict (batch_id) do update set " + column + " = true")
                .bindArray("batches", UUID.class, batchIds)
                .execute());
    }

    /** Those of the members that have goods which may still bring them money. */
    public Set<UUID> openAmong(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct member_id from pool_goods where member_id = any(:members) and " + OPEN_UNITS
                                + " > 0")
                .bindArray("members", UUID.class, memberIds)
                .mapTo(UUID.class)
                .set());
    }

    /** Those of the batches that are the member's. */
    public Set<UUID> ofMember(UUID memberId, Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select batch_id from pool_goods where member_id = :member and batch_id = any(:batches)")
                .bind("member", memberId)
                .bindArray("batches", UUID.class, batchIds)
                .mapTo(UUID.class)
                .set());
    }

    /** The member's unsold lots after a batch, in the order of the batches; those that are not for sale any more are left out. */
    public List<UnsoldLot> unsold(UUID memberId, UUID afterBatch, int maxRows) {
        return jdbi
                .withHandle(handle -> handle.createQuery("select batch_id, product, lot, grade, unit, " + UNSOLD
                                + " as quantity from pool_goods where member_id = :member and batch_id > :after and "
                                + FOR_SALE + " order by batch_id limit :maxRows")
                        .bind("member", memberId)
                        .bind("after", afterBatch)
                        .bind("maxRows", maxRows)
                        .mapTo(Unsold.class)
                        .list())
                .stream()
                .map(lot -> new UnsoldLot(
                        lot.batchId(), lot.product(), lot.lot(), lot.grade(), new Quantity(lot.quantity(), lot.unit())))
                .toList();
    }

    private record Unsold(UUID batchId, String product, String lot, String grade, String unit, BigDecimal quantity) {}

    /**
     * The member's unsold lots, added up by product, grade and what it has chosen for them.
     *
     * @param chosen what is not named stays
     */
    public List<UnsoldSum> unsoldSums(UUID memberId, List<ChosenGoods> chosen) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select product, grade, unit, coalesce(choice, 'STAY') as choice,"
                                        + " count(*) as lots, sum(" + UNSOLD + ") as quantity from pool_goods left join"
                                        + " unnest(:batches, :choices) as chosen (batch_id, choice) using (batch_id)"
                                        + " where member_id = :member and " + FOR_SALE
                                        + " group by product, grade, unit, choice order by product, grade, choice")
                        .bind("member", memberId)
                        .bindArray("batches", UUID.class, Columns.of(chosen, ChosenGoods::batchId))
                        .bindArray(
                                "choices",
                                String.class,
                                Columns.of(chosen, one -> one.choice().name()))
                        .mapTo(Sum.class)
                        .list())
                .stream()
                .map(sum -> new UnsoldSum(
                        sum.product(), sum.grade(), sum.choice(), sum.lots(), new Quantity(sum.quantity(), sum.unit())))
                .toList();
    }

    private record Sum(String product, String grade, String unit, GoodsChoice choice, long lots, BigDecimal quantity) {}
}
