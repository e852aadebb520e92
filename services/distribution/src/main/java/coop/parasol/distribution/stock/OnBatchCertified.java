package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Certified batches become stock, without what has gone into others already, and go first to the orders that wait for such goods. They may be heard of before the
 * product's standard.
 */
@ApplicationScoped
public class OnBatchCertified implements SetHandler<BatchCertified> {

    private final ProductRepository products;
    private final ProducerRepository producers;
    private final BatchRepository batches;
    private final BatchQueue queue;
    private final ConsumeInputs consumeInputs;
    private final BackOrders backOrders;
    private final UnsoldGoodsListener unsoldGoods;

    OnBatchCertified(
            ProductRepository products,
            ProducerRepository producers,
            BatchRepository batches,
            BatchQueue queue,
            ConsumeInputs consumeInputs,
            BackOrders backOrders,
            UnsoldGoodsListener unsoldGoods) {
        this.products = products;
        this.producers = producers;
        this.batches = batches;
        this.queue = queue;
        this.consumeInputs = consumeInputs;
        this.backOrders = backOrders;
        this.unsoldGoods = unsoldGoods;
    }

    /** What is heard of a producer last is the cause of what follows for it from all. */
    @Override
    public void onAll(List<Received<BatchCertified>> events) {
        List<BatchCertified> certified = events.stream().map(Received::event).toList();
        Map<UUID, Cause> causesByProducer = new HashMap<>();
        events.forEach(received -> causesByProducer.put(received.event().memberId(), Cause.by(received.envelope())));
        products.lockOrCreateForConsumer(
                certified.stream().map(BatchCertified::product).collect(Collectors.toSet()));
        producers.certified(certified);
        batches.receive(certified);
        List<UUID> batchIds = certified.stream().map(BatchCertified::batchId).toList();
        queue.batchesKnown(batchIds);
        consumeInputs.setRight(batchIds, causesByProducer);
        backOrders.goodsAvailable(certified.stream()
                .map(event -> new ProductGrade(
                        event.product(), event.grade(), event.quantity().unit()))
                .collect(Collectors.toSet()));
        unsoldGoods.unsoldGoodsChanged(causesByProducer);
    }
}
