package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * A certified batch becomes stock and goes first to the orders that wait for such goods. It may be heard of before the
 * product's standard.
 */
@ApplicationScoped
public class OnBatchCertified implements Handler<BatchCertified> {

    private final ProductRepository products;
    private final ProducerRepository producers;
    private final BatchRepository batches;
    private final BackOrders backOrders;
    private final UnsoldGoodsListener unsoldGoods;

    OnBatchCertified(
            ProductRepository products,
            ProducerRepository producers,
            BatchRepository batches,
            BackOrders backOrders,
            UnsoldGoodsListener unsoldGoods) {
        this.products = products;
        this.producers = producers;
        this.batches = batches;
        this.backOrders = backOrders;
        this.unsoldGoods = unsoldGoods;
    }

    @Override
    public void on(BatchCertified event, Envelope envelope) {
        products.lockOrCreateForConsumer(event.product());
        producers.countReceivedBatch(event.memberId());
        batches.receive(event);
        backOrders.goodsAvailable(List.of(new ProductGrade(
                event.product(), event.grade(), event.quantity().unit())));
        unsoldGoods.unsoldGoodsChanged(List.of(event.memberId()), Cause.by(envelope));
    }
}
