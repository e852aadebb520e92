package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A scrapped batch is never sold. */
@ApplicationScoped
public class OnBatchScrapped implements Handler<BatchScrapped> {

    @Override
    public void on(BatchScrapped event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.SCRAPPED;
        batch.reason = event.reason();
    }
}
