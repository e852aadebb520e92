package coop.parasol.distribution.stock;

import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps batches whose certificates are not in force from being sold, and lets them be sold again once they are. */
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

    /**
     * What is reserved of the batches stays reserved until quality has decided, but is not dispatched.
     *
     * @param productsByBatch the batches, and what each is of
     */
    public void suspend(Map<UUID, String> productsByBatch) {
        products.lockForConsumer(Set.copyOf(productsByBatch.values()));
        batches.setCertificateState(productsByBatch.keySet(), CertificateState.SUSPENDED);
    }

    /** @param productsByBatch the batches, and what each is of */
    public void reinstate(Map<UUID, String> productsByBatch) {
        products.lockForConsumer(Set.copyOf(productsByBatch.values()));
        Set<ProductGrade> goods = batches.setCertificateState(productsByBatch.keySet(), CertificateState.CERTIFIED);
        backOrders.goodsAvailable(goods);
        unsoldGoods.suspensionsEnded(productsByBatch.keySet());
    }

    /** A batch that may never be sold again. */
    public record Withdrawn(UUID batchId, String product, UUID memberId, Cause cause) {}

    /**
     * For good: the orders for which units of the batches were reserved get others, or wait.
     *
     * @param state RECALLED or EXPIRED
     */
    public void withdraw(List<Withdrawn> withdrawn, CertificateState state) {
        Set<UUID> batchIds = withdrawn.stream().map(Withdrawn::batchId).collect(Collectors.toSet());
        products.lockForConsumer(withdrawn.stream().map(Withdrawn::product).collect(Collectors.toSet()));
        backOrders.lock(reservations.ordersWith(batchIds));
        List<UnreservedUnits> unreserved = reservations.unreserveBatches(batchIds);
        batches.setCertificateState(batchIds, state);
        if (!unreserved.isEmpty()) {
            backOrders.backOrder(unreserved);
            backOrders.goodsAvailable(
                    unreserved.stream().map(UnreservedUnits::goods).collect(Collectors.toSet()));
        }
        Map<UUID, Cause> causesByProducer = new HashMap<>();
        withdrawn.forEach(batch -> causesByProducer.put(batch.memberId(), batch.cause()));
        unsoldGoods.unsoldGoodsChanged(causesByProducer);
    }
}
