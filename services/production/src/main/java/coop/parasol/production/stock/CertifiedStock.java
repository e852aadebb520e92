package coop.parasol.production.stock;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import coop.parasol.production.product.ProductGrade;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The certified stock of each product and grade. Of a batch that is withheld (suspended, recalled or out of date) only what was
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
    public record BatchQuantity(UUID batchId, String product, String grade, BigDecimal quantity) {

        ProductGrade goods() {
            return new ProductGrade(product, grade);
        }
    }

    record BatchState(UUID batchId, boolean withheld) {}

    record GoodsQuantity(String product, String grade, BigDecimal quantity) {

        ProductGrade goods() {
            return new ProductGrade(product, grade);
        }
    }

    /** What is added to the sums of a product and grade: certified and not withheld, and dispatched. */
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
                        event.batchId(),
                        event.product(),
                        event.grade(),
                        event.quantity().value()))
                .toList());
    }

    /** Distribution has dispatched goods. */
    public void dispatched(List<ShipmentDispatched> events) {
        dispatch(events.stream()
                .flatMap(shipment -> shipment.goods().stream())
                .map(goods -> new BatchQuantity(
                        goods.batchId(),
                        goods.product(),
                        goods.grade(),
                        goods.quantity().value()))
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
                insert into certified_batch (batch_id, product, grade, certified)
                select batch_id, product, grade, quantity from unnest(:batches, :products, :grades, :quantities)
                       as certified (batch_id, product, grade, quantity)
                 order by batch_id
                on conflict (batch_id) do update set grade = excluded.grade, certified = excluded.certified
                """)
                    .bindArray("batches", UUID.class, Columns.of(batches, BatchQuantity::batchId))
                    .bindArray("products", String.class, Columns.of(batches, BatchQuantity::product))
                    .bindArray("grades", String.class, Columns.of(batches, BatchQuantity::grade))
                    .bindArray("quantities", BigDecimal.class, Columns.of(batches, BatchQuantity::quantity))
                    .execute();
            Map<ProductGrade, Change> changes = new HashMap<>();
            batches.forEach(
                    batch -> changes.merge(batch.goods(), new Change(batch.quantity(), BigDecimal.ZERO), Change::plus));
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
                        first.batchId(),
                        first.product(),
                        first.grade(),
                        first.quantity().add(second.quantity()))));
        jdbi.useHandle(handle -> {
            List<BatchState> states = handle.createQuery("""
                insert into certified_batch (batch_id, product, grade, dispatched)
                select batch_id, product, grade, quantity from unnest(:batches, :products, :grades, :quantities)
                       as shipped (batch_id, product, grade, quantity)
                 order by batch_id
                on conflict (batch_id) do update
                   set dispatched = certified_batch.dispatched + excluded.dispatched
                returning batch_id, withheld
                """)
                    .bindArray("batches", UUID.class, batches.keySet())
                    .bindArray("products", String.class, Columns.of(batches.values(), BatchQuantity::product))
                    .bindArray("grades", String.class, Columns.of(batches.values(), BatchQuantity::grade))
                    .bindArray("quantities", BigDecimal.class, Columns.of(batches.values(), BatchQuantity::quantity))
                    .mapTo(BatchState.class)
                    .list();
            Map<ProductGrade, Change> changes = new HashMap<>();
            for (BatchState state : states) {
                BatchQuantity shipped = Objects.requireNonNull(batches.get(state.batchId()));
                BigDecimal certified = state.withheld() ? shipped.quantity() : BigDecimal.ZERO;
                changes.merge(shipped.goods(), new Change(certified, shipped.quantity()), Change::plus);
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

    /** The stock of the products by grade, in their units; what there never was any of is left out. */
    public Map<ProductGrade, BigDecimal> available(Collection<String> products) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select product, grade, certified - dispatched as quantity from certified_stock where product ="
                                + " any(:products)")
                .bindArray("products", String.class, products)
                .mapTo(GoodsQuantity.class)
                .collect(Collectors.toMap(GoodsQuantity::goods, GoodsQuantity::quantity)));
    }

    private void setWithheld(Collection<UUID> batchIds, boolean withheld) {
        jdbi.useHandle(handle -> {
            Map<ProductGrade, Change> changes = new HashMap<>();
            handle.createQuery("""
                with changed as (
                    select batch_id from certified_batch
                     where batch_id = any(:batches) and withheld <> :withheld order by batch_id for update)
                update certified_batch b set withheld = :withheld from changed where b.batch_id = changed.batch_id
                returning b.product, b.grade, b.certified - b.dispatched as quantity
                """)
                    .bindArray("batches", UUID.class, batchIds)
                    .bind("withheld", withheld)
                    .mapTo(GoodsQuantity.class)
                    .forEach(left -> changes.merge(
                            left.goods(),
                            new Change(withheld ? left.quantity().negate() : left.quantity(), BigDecimal.ZERO),
                            Change::plus));
            add(handle, changes);
        });
    }

    /** In the order of products and grades, so that two transactions do not wait for each other. */
    private static void add(Handle handle, Map<ProductGrade, Change> changes) {
        handle.createUpdate("""
            insert into certified_stock (product, grade, certified, dispatched)
            select product, grade, certified, dispatched from unnest(:products, :grades, :certified, :dispatched)
                   as change (product, grade, certified, dispatched)
             order by product, grade
            on conflict (product, grade) do update
               set certified = certified_stock.certified + excluded.certified,
                   dispatched = certified_stock.dispatched + excluded.dispatched
            """)
                .bindArray("products", String.class, Columns.of(changes.keySet(), ProductGrade::product))
                .bindArray("grades", String.class, Columns.of(changes.keySet(), ProductGrade::grade))
                .bindArray("certified", BigDecimal.class, Columns.of(changes.values(), Change::certified))
                .bindArray("dispatched", BigDecimal.class, Columns.of(changes.values(), Change::dispatched))
                .execute();
    }
}
