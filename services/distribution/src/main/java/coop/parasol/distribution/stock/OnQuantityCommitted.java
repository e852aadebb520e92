package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps for which product and week a producer has committed: what is made for it counts there. */
@ApplicationScoped
public class OnQuantityCommitted implements SetHandler<QuantityCommitted> {

    private final ProductRepository products;
    private final CommitmentWeeks weeks;
    private final BatchQueue queue;

    OnQuantityCommitted(ProductRepository products, CommitmentWeeks weeks, BatchQueue queue) {
        this.products = products;
        this.weeks = weeks;
        this.queue = queue;
    }

    @Override
    public void onAll(List<Received<QuantityCommitted>> events) {
        List<QuantityCommitted> committed = events.stream().map(Received::event).toList();
        products.lockOrCreateForConsumer(
                committed.stream().map(QuantityCommitted::product).collect(Collectors.toSet()));
        weeks.committed(committed);
        queue.commitmentsKnown(committed.stream()
                .map(QuantityCommitted::commitmentId)
                .distinct()
                .toList());
    }
}
