package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing will come of the batch any more. */
@ApplicationScoped
public class OnBatchScrapped implements Handler<BatchScrapped> {

    @Override
    public void on(BatchScrapped event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.SCRAPPED;
        batch.reason = event.reason();
    }
}
