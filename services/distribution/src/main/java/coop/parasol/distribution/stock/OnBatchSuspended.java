package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing more of a suspended batch is reserved, and what is reserved is not dispatched. */
@ApplicationScoped
public class OnBatchSuspended implements SetHandler<BatchSuspended> {

    private final WithholdBatch withholdBatch;

    OnBatchSuspended(WithholdBatch withholdBatch) {
        this.withholdBatch = withholdBatch;
    }

    @Override
    public void onAll(List<Received<BatchSuspended>> events) {
        withholdBatch.suspend(events.stream()
                .map(Received::event)
                .collect(Collectors.toMap(BatchSuspended::batchId, BatchSuspended::product, (first, same) -> same)));
    }
}
