package coop.parasol.distribution.stock;

import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps a batch whose certificate is not in force from being sold, and lets it be sold again once it is. */
@ApplicationScoped
public class WithholdBatch {

    private final ProductRepository products;
    private final BatchRepository batches;
    private final ReservationRepository reservations;
    private final BackOrders backOrders;
    private final UnsoldGoodsListener unsoldGoods;

    WithholdBatch(
            ProductRepository products,
            BatchRepository batches,
            ReservationRepository reservations,
            BackOrders backOrders,
            UnsoldGoodsListener unsoldGoods) {
        this.products = products;
        this.batches = batches;
        this.reservations = reservations;
        this.backOrders = backOrders;
        this.unsoldGoods = unsoldGoods;
    }

    /** What is reserved of the batch stays reserved until quality has decided, but is not dispatched. */
    public void suspend(String product, UUID batchId) {
        products.lockForConsumer(List.of(product));
        batches.setCertificateState(batchId, CertificateState.SUSPENDED);
    }

    public void reinstate(String product, UUID batchId) {
        products.lockForConsumer(List.of(product));
        ProductGrade goods = batches.setCertificateState(batchId, CertificateState.CERTIFIED);
        backOrders.goodsAvailable(List.of(goods));
        unsoldGoods.suspensionEnded(batchId);
    }

    /**
     * For good: the orders for which units of the batch were reserved get others, or wait.
     *
     * @param state RECALLED or EXPIRED
     */
    public void withdraw(String product, UUID batchId, UUID memberId, CertificateState state, Cause cause) {
        products.lockForConsumer(List.of(product));
        backOrders.lock(reservations.ordersWith(batchId));
        List<UnreservedUnits> unreserved = reservations.unreserveBatch(batchId);
        ProductGrade goods = batches.setCertificateState(batchId, state);
        if (!unreserved.isEmpty()) {
            backOrders.backOrder(unreserved);
            backOrders.goodsAvailable(List.of(goods));
        }
        unsoldGoods.unsoldGoodsChanged(Map.of(memberId, cause));
    }
}
