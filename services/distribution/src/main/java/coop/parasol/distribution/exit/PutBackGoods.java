package coop.parasol.distribution.exit;

import coop.parasol.distribution.stock.BackOrders;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.ProductGrade;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * Puts goods that were set aside for a leaving member on hand again; right after the commit the orders that wait get them, the oldest
 * first. Whoever calls this holds the locks of the products.
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
    void putBack(Collection<UUID> batchIds) {
        batches.putBack(batchIds);
        backOrders.goodsAvailable(batches.lots(batchIds).values().stream()
                .map(lot -> new ProductGrade(lot.product(), lot.grade(), lot.unit()))
                .distinct()
                .toList());
    }
}
