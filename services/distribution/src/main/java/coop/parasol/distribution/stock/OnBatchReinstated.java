package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** A batch that was suspended may be sold again, first to the oldest order that waits for such goods. */
@ApplicationScoped
public class OnBatchReinstated implements SetHandler<BatchReinstated> {

    private final WithholdBatch withholdBatch;

    OnBatchReinstated(WithholdBatch withholdBatch) {
        this.withholdBatch = withholdBatch;
    }

    @Override
    public void onAll(List<Received<BatchReinstated>> events) {
        withholdBatch.reinstate(events.stream()
                .map(Received::event)
                .collect(Collectors.toMap(BatchReinstated::batchId, BatchReinstated::product, (first, same) -> same)));
    }
}
