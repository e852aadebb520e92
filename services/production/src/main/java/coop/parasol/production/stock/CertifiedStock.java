package coop.parasol.production.stock;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The certified stock of each product. Of a batch that is withheld (suspended, recalled or out of date) only what was
 * dispatched counts as certified, so that nothing of it is left in stock. Certificates and shipments are told by different
 * services and may arrive in any sequence; the stock is the same in the end.
 */
@ApplicationScoped
public class CertifiedStock implements ReadModel {

    private final Jdbi jdbi;

    CertifiedStock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A quantity of a batch, in the unit of its product. */
    public record BatchQuantity(UUID batchId, String product, BigDecimal quantity) {}

    record BatchState(UUID batchId, boolean withheld) {}

    record ProductQuantity(String product, BigDecimal quantity) {}

    /** What is added to a product's sums: certified and not withheld, and dispatched. */
    private record Change(BigDecimal certified, BigDecimal dispatched) {

        Change plus(Change other) {
            return new Change(certified.add(other.certified), dispatched.add(other.dispatched));
        }
    }

    @Override
    public String name() {
        return "certified stock";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("certified_batch"), Copy.of("certified_stock"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(BatchCertified.class, this::certified),
                new Projection<>(ShipmentDispatched.class, this::dispatched),
                new Projection<>(BatchSuspended.class, events -> withhold(Columns.of(events, BatchSuspended::batchId))),
                new Projection<>(
                        BatchReinstated.class, events -> reinstate(Columns.of(events, BatchReinstated::batchId))),
                new Projection<>(BatchRecalled.class, events -> withhold(Columns.of(events, BatchRecalled::batchId))),
                new Projection<>(
                        CertificateExpired.class, events -> withhold(Columns.of(events, CertificateExpired::batchId))));
    }

    /** Quality has certified batches, each of them once. */
    public void certified(List<BatchCertified> events) {
        certify(events.stream()
                .map(event -> new BatchQuantity(
                        event.batchId(), event.product(), event.quantity().value()))
                .toList());
    }

    /** Distribution has dispatched goods. */
    public void dispatched(List<ShipmentDispatched> events) {
        dispatch(events.stream()
                .flatMap(shipment -> shipment.goods().stream())
                .map(goods -> new BatchQuantity(
                        goods.batchId(), goods.product(), goods.quantity().value()))
                .toList());
    }

    /** A batch is certified: its quantity is stock. */
    public void certify(BatchQuantity batch) {
        certify(List.of(batch));
    }

    /** The same for several batches, each of which occurs once. */
    public void certify(List<BatchQuantity> batches) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                insert into certified_batch (batch_id, product, certified)
                select batch_id, product, quantity from unnest(:batches, :products, :quantities)
                       as certified (batch_id, product, quantity)
                 order by batch_id
                on conflict (batch_id) do update set certified = excluded.certified
                """)
                    .bindArray("batches", UUID.class, Columns.of(batches, BatchQuantity::batchId))
                    .bindArray("products", String.class, Columns.of(batches, BatchQuantity::product))
                    .bindArray("quantities", BigDecimal.class, Columns.of(batches, BatchQuantity::quantity))
                    .execute();
            Map<String, Change> changes = new TreeMap<>();
            batches.forEach(batch ->
                    changes.merge(batch.product(), new Change(batch.quantity(), BigDecimal.ZERO), Change::plus));
            add(handle, changes);
        });
    }

    /** Goods have been dispatched to partners; a batch may occur several times. */
    public void dispatch(List<BatchQuantity> goods) {
        Map<UUID, BatchQuantity> batches = new TreeMap<>();
        goods.forEach(shipped -> batches.merge(
                shipped.batchId(),
                shipped,
                (first, second) -> new BatchQuantity(
                        first.batchId(), first.product(), first.quantity().add(second.quantity()))));
        jdbi.useHandle(handle -> {
            List<BatchState> states = handle.createQuery("""
                insert into certified_batch (batch_id, product, dispatched)
                select batch_id, product, quantity from unnest(:batches, :products, :quantities)
                       as shipped (batch_id, product, quantity)
                 order by batch_id
                on conflict (batch_id) do update
                   set dispatched = certified_batch.dispatched + excluded.dispatched
                returning batch_id, withheld
                """)
                    .bindArray("batches", UUID.class, batches.keySet())
                    .bindArray("products", String.class, Columns.of(batches.values(), BatchQuantity::product))
                    .bindArray("quantities", BigDecimal.class, Columns.of(batches.values(), BatchQuantity::quantity))
                    .mapTo(BatchState.class)
                    .list();
            Map<String, Change> changes = new TreeMap<>();
            for (BatchState state : states) {
                BatchQuantity shipped = Objects.requireNonNull(batches.get(state.batchId()));
                BigDecimal certified = state.withheld() ? shipped.quantity() : BigDecimal.ZERO;
                changes.merge(shipped.product(), new Change(certified, shipped.quantity()), Change::plus);
            }
            add(handle, changes);
        });
    }

    /** What is left of the batches may not be sold, for now or for good. */
    public void withhold(Collection<UUID> batchIds) {
        setWithheld(batchIds, true);
    }

    /** What is left of the batches may be sold again. */
    public void reinstate(Collection<UUID> batchIds) {
        setWithheld(batchIds, false);
    }

    /** The stock of the products, in their units; a product that never had any is left out. */
    public Map<String, BigDecimal> available(Collection<String> products) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select product, certified - dispatched as quantity from certified_stock where product ="
                                + " any(:products)")
                .bindArray("products", String.class, products)
                .mapTo(ProductQuantity.class)
                .collect(Collectors.toMap(ProductQuantity::product, ProductQuantity::quantity)));
    }

    private void setWithheld(Collection<UUID> batchIds, boolean withheld) {
        jdbi.useHandle(handle -> {
            Map<String, Change> changes = new TreeMap<>();
            handle.createQuery("""
                with changed as (
                    select batch_id from certified_batch
                     where batch_id = any(:batches) and withheld <> :withheld order by batch_id for update)
                update certified_batch b set withheld = :withheld from changed where b.batch_id = changed.batch_id
                returning b.product, b.certified - b.dispatched as quantity
                """)
                    .bindArray("batches", UUID.class, batchIds)
                    .bind("withheld", withheld)
                    .mapTo(ProductQuantity.class)
                    .forEach(left -> changes.merge(
                            left.product(),
                            new Change(withheld ? left.quantity().negate() : left.quantity(), BigDecimal.ZERO),
                            Change::plus));
            add(handle, changes);
        });
    }

    /** In the order of the products, so that two transactions do not wait for each other. */
    private static void add(Handle handle, Map<String, Change> changes) {
        handle.createUpdate("""
            insert into certified_stock (product, certified, dispatched)
            select product, certified, dispatched from unnest(:products, :certified, :dispatched)
                   as change (product, certified, dispatched)
             order by product
            on conflict (product) do update
               set certified = certified_stock.certified + excluded.certified,
                   dispatched = certified_stock.dispatched + excluded.dispatched
            """)
                .bindArray("products", String.class, changes.keySet())
                .bindArray("certified", BigDecimal.class, Columns.of(changes.values(), Change::certified))
                .bindArray("dispatched", BigDecimal.class, Columns.of(changes.values(), Change::dispatched))
                .execute();
    }
}
