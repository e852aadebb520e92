package coop.parasol.production.stock;

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
public class CertifiedStock {

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

    /** What is left of the batch may not be sold, for now or for good. */
    public void withhold(UUID batchId) {
        setWithheld(batchId, true);
    }

    /** What is left of the batch may be sold again. */
    public void reinstate(UUID batchId) {
        setWithheld(batchId, false);
    }

    /** The stock of the products, in their units; a product that never had any is left out. */
    public Map<String, BigDecimal> available(Collection<String> products) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select product, certified - dispatched as quantity from certified_stock where product = any(:products)")
                .bindArray("products", String.class, products)
                .mapTo(ProductQuantity.class)
                .collect(Collectors.toMap(ProductQuantity::product, ProductQuantity::quantity)));
    }

    private void setWithheld(UUID batchId, boolean withheld) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        update certified_batch set withheld = :withheld where batch_id = :batch and withheld <> :withheld
                        returning product, certified - dispatched as quantity
                        """)
                .bind("batch", batchId)
                .bind("withheld", withheld)
                .mapTo(ProductQuantity.class)
                .findOne()
                .ifPresent(left -> add(
                        handle,
                        Map.of(
                                left.product(),
                                new Change(withheld ? left.quantity().negate() : left.quantity(), BigDecimal.ZERO)))));
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
