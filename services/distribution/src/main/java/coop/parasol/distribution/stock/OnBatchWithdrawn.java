package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** A withdrawn batch was made for no commitment. */
@ApplicationScoped
public class OnBatchWithdrawn implements SetHandler<BatchWithdrawn> {

    private final ProductRepository products;
    private final ReportedBatches reports;
    private final BatchQueue queue;

    OnBatchWithdrawn(ProductRepository products, ReportedBatches reports, BatchQueue queue) {
        this.products = products;
        this.reports = reports;
        this.queue = queue;
    }

    @Override
    public void onAll(List<Received<BatchWithdrawn>> events) {
        List<BatchWithdrawn> withdrawn = events.stream().map(Received::event).toList();
        products.lockOrCreateForConsumer(
                withdrawn.stream().map(BatchWithdrawn::product).collect(Collectors.toSet()));
        queue.batchesCorrected(
                withdrawn.stream().map(BatchWithdrawn::batchId).toList(), () -> reports.withdrawn(withdrawn));
    }
}
