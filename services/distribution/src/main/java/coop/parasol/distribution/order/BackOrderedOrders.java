package coop.parasol.distribution.order;

import coop.parasol.distribution.stock.BackOrders;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.UnreservedUnits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What happens to stock, as far as orders wait for it. Goods that have become available are not allocated here, in the transaction of
 * whatever has set them free, but right after its commit by the one that allocates ({@link AllocateOrders}).
 */
@ApplicationScoped
class BackOrderedOrders implements BackOrders {

    private final OrderRepository orders;
    private final OrderLineRepository orderLines;
    private final PendingLines pendingLines;
    private final RecalculateOrder recalculateOrder;
    private final OrderAllocator allocator;

    BackOrderedOrders(
            OrderRepository orders,
            OrderLineRepository orderLines,
            PendingLines pendingLines,
            RecalculateOrder recalculateOrder,
            OrderAllocator allocator) {
        this.orders = orders;
        this.orderLines = orderLines;
        this.pendingLines = pendingLines;
        this.recalculateOrder = recalculateOrder;
        this.allocator = allocator;
    }

    @Override
    public void goodsAvailable(Collection<ProductGrade> goods) {
        if (pendingLines.lookFor(goods)) {
            allocator.wakeAfterCommit();
        }
    }

    @Override
    public void lock(Collection<UUID> orderIds) {
        orders.lock(orderIds);
    }

    @Override
    public void backOrder(List<UnreservedUnits> unreserved) {
        orderLines.backOrder(unreserved);
        recalculateOrder.afterUnitsUnreserved(
                unreserved.stream().map(UnreservedUnits::orderId).distinct().toList());
    }
}
