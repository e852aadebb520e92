package coop.parasol.distribution.exit;

import coop.parasol.distribution.stock.BackOrders;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/**
 * Puts goods that were set aside for a leaving member on hand again; the orders that wait get them, the oldest first. Whoever calls
 * this holds the locks of the products and of no exit: who locks orders and exits locks the orders first.
 */
@ApplicationScoped
class PutBackGoods {

    private final BatchRepository batches;
    private final BackOrders backOrders;

    PutBackGoods(BatchRepository batches, BackOrders backOrders) {
        this.batches = batches;
        this.backOrders = backOrders;
    }

    /** @param batchIds of goods that are set aside */
    void putBack(Collection<UUID> batchIds, Cause cause) {
        batches.putBack(batchIds);
        batches.lots(batchIds).values().stream()
                .map(lot -> new ProductGrade(lot.product(), lot.grade(), lot.unit()))
                .distinct()
                .sorted(Comparator.comparing(ProductGrade::product).thenComparing(ProductGrade::grade))
                .forEach(goods -> backOrders.allocate(goods, cause));
    }
}
