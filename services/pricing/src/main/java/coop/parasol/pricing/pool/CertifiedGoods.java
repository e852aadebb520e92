package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Members' certified batches and what has become of their units, as quality and distribution have told it. Events come from several
 * topics in any order, so every number is a sum and a batch may be heard of before its certificate.
 */
@ApplicationScoped
public class CertifiedGoods implements ReadModel {

    private final Jdbi jdbi;
    private final FirmClock clock;

    CertifiedGoods(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certified goods of pools";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("pool_batch"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(BatchCertified.class, this::certified),
                new Projection<>(ShipmentDispatched.class, this::dispatched),
                new Projection<>(ConsignmentPurchased.class, this::boughtIn),
                new Projection<>(GoodsTakenBack.class, this::takenBack),
                new Projection<>(GoodsConsumed.class, this::consumed),
                new Projection<>(CertificateExpired.class, this::expired),
                new Projection<>(BatchRecalled.class, this::recalled));
    }

    /** Quality has certified batches, each of them once. */
    public void certified(List<BatchCertified> batches) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_batch (batch_id, member_id, product, grade, unit, certified_at, period, certified)
            select batch_id, member_id, product, grade, unit, certified_at, period, certified
              from unnest(:batches, :members, :products, :grades, :units, :moments, :periods, :certified)
                   as batch (batch_id, member_id, product, grade, unit, certified_at, period, certified)
             order by batch_id
                on conflict (batch_id) do update
               set member_id = excluded.member_id, product = excluded.product, grade = excluded.grade,
                   unit = excluded.unit, certified_at = excluded.certified_at, period = excluded.period,
                   certified = excluded.certified
            """)
                .bindArray("batches", UUID.class, Columns.of(batches, BatchCertified::batchId))
                .bindArray("members", UUID.class, Columns.of(batches, BatchCertified::memberId))
                .bindArray("products", String.class, Columns.of(batches, BatchCertified::product))
                .bindArray("grades", String.class, Columns.of(batches, BatchCertified::grade))
                .bindArray(
                        "units",
                        String.class,
                        Columns.of(batches, batch -> batch.quantity().unit()))
                .bindArray("moments", Instant.class, Columns.of(batches, BatchCertified::certifiedAt))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(
                                batches,
                                batch -> Period.of(clock.day(batch.certifiedAt()))
                                        .toString()))
                .bindArray(
                        "certified",
                        BigDecimal.class,
                        Columns.of(batches, batch -> batch.quantity().value()))
                .execute());
    }

    /** Distribution has dispatched units: when their batch expires they are not lost. */
    public void dispatched(List<ShipmentDispatched> shipments) {
        List<ShippedGoods> goods = shipments.stream()
                .flatMap(shipment -> shipment.goods().stream())
                .toList();
        add(
                "dispatched",
                Columns.of(goods, ShippedGoods::batchId),
                Columns.of(goods, part -> part.quantity().value()));
    }

    /** The firm has bought units in: they are in no pool. */
    public void boughtIn(List<ConsignmentPurchased> purchases) {
        List<PaidGoods> goods = purchases.stream()
                .flatMap(purchase -> purchase.goods().stream())
                .toList();
        add(
                "bought_in",
                Columns.of(goods, PaidGoods::batchId),
                Columns.of(goods, part -> part.quantity().value()));
    }

    /** Members have taken units back: they are in no pool. */
    public void takenBack(List<GoodsTakenBack> goods) {
        add(
                "taken_back",
                Columns.of(goods, GoodsTakenBack::batchId),
                Columns.of(goods, taken -> taken.quantity().value()));
    }

    /** Units have gone into other batches: they are in no pool. Of each batch the last event holds. */
    public void consumed(List<GoodsConsumed> goods) {
        Map<UUID, BigDecimal> last = new TreeMap<>();
        goods.forEach(lot -> last.put(lot.batchId(), lot.quantity().value()));
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_batch (batch_id, consumed)
            select batch_id, quantity from unnest(:batches, :quantities) as lot (batch_id, quantity) order by batch_id
                on conflict (batch_id) do update set consumed = excluded.consumed
            """)
                .bindArray("batches", UUID.class, last.keySet())
                .bindArray("quantities", BigDecimal.class, last.values())
                .execute());
    }

    /** The last day of sale of batches is over: what is unsold of them is in no pool. */
    public void expired(List<CertificateExpired> certificates) {
        mark(Columns.of(certificates, CertificateExpired::batchId), "expired");
    }

    /** Batches are called back: nothing of them is in a pool, and partners that have paid for them get their money back first. */
    public void recalled(List<BatchRecalled> batches) {
        mark(Columns.of(batches, BatchRecalled::batchId), "recalled");
    }

    private void add(String column, Collection<UUID> batchIds, Collection<BigDecimal> quantities) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_batch as b (batch_id, %1$s)
            select batch_id, sum(quantity) from unnest(:batches, :quantities) as moved (batch_id, quantity)
             group by batch_id order by batch_id
                on conflict (batch_id) do update set %1$s = b.%1$s + excluded.%1$s
            """.formatted(column))
                .bindArray("batches", UUID.class, batchIds)
                .bindArray("quantities", BigDecimal.class, quantities)
                .execute());
    }

    private void mark(Collection<UUID> batchIds, String column) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into pool_batch (batch_id, " + column
                        + ") select distinct batch, true from unnest(:batches) as batch order by batch"
                        + " on conflict (batch_id) do update set " + column + " = true")
                .bindArray("batches", UUID.class, batchIds)
                .execute());
    }
}
