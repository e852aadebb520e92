package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing more of a suspended batch is reserved, and what is reserved is not dispatched. */
@ApplicationScoped
public class OnBatchSuspended implements Handler<BatchSuspended> {

    private final WithholdBatch withholdBatch;

    OnBatchSuspended(WithholdBatch withholdBatch) {
        this.withholdBatch = withholdBatch;
    }

    @Override
    public void on(BatchSuspended event, Envelope envelope) {
        withholdBatch.suspend(event.product(), event.batchId());
    }
}
