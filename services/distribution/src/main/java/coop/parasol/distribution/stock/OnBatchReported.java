package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps when a batch was reported and for which commitment: both decide when it is sold. */
@ApplicationScoped
public class OnBatchReported implements SetHandler<BatchReported> {

    private final ProductRepository products;
    private final ReportedBatches reports;
    private final BatchQueue queue;

    OnBatchReported(ProductRepository products, ReportedBatches reports, BatchQueue queue) {
        this.products = products;
        this.reports = reports;
        this.queue = queue;
    }

    @Override
    public void onAll(List<Received<BatchReported>> events) {
        List<BatchReported> reported = events.stream().map(Received::event).toList();
        products.lockOrCreateForConsumer(
                reported.stream().map(BatchReported::product).collect(Collectors.toSet()));
        reports.reported(reported);
        queue.batchesKnown(reported.stream().map(BatchReported::batchId).toList());
    }
}
