package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** What counts of a producer's commitment is sold first, as far as it is certified. */
@ApplicationScoped
public class OnCommitmentCounted implements SetHandler<CommitmentCounted> {

    private final ProductRepository products;
    private final CountedCommitments counts;
    private final BatchQueue queue;

    OnCommitmentCounted(ProductRepository products, CountedCommitments counts, BatchQueue queue) {
        this.products = products;
        this.counts = counts;
        this.queue = queue;
    }

    @Override
    public void onAll(List<Received<CommitmentCounted>> events) {
        List<CommitmentCounted> counted = events.stream().map(Received::event).toList();
        products.lockOrCreateForConsumer(
                counted.stream().map(CommitmentCounted::product).collect(Collectors.toSet()));
        counts.counted(counted);
        queue.countsKnown(counted.stream()
                .map(event -> new BatchQueue.Made(
                        event.memberId(), event.product(), event.period().toString()))
                .distinct()
                .toList());
    }
}
