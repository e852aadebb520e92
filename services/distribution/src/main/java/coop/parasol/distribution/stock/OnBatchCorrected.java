package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps for which commitment a corrected batch was made, which decides when it is sold. */
@ApplicationScoped
public class OnBatchCorrected implements SetHandler<BatchCorrected> {

    private final ProductRepository products;
    private final ReportedBatches reports;
    private final BatchQueue queue;

    OnBatchCorrected(ProductRepository products, ReportedBatches reports, BatchQueue queue) {
        this.products = products;
        this.reports = reports;
        this.queue = queue;
    }

    @Override
    public void onAll(List<Received<BatchCorrected>> events) {
        List<BatchCorrected> corrected = events.stream().map(Received::event).toList();
        products.lockOrCreateForConsumer(
                corrected.stream().map(BatchCorrected::product).collect(Collectors.toSet()));
        queue.batchesCorrected(
                corrected.stream().map(BatchCorrected::batchId).toList(), () -> reports.corrected(corrected));
    }
}
