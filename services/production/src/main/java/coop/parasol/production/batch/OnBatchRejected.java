package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The producer reads why its batch was not certified. */
@ApplicationScoped
public class OnBatchRejected implements Handler<BatchRejected> {

    @Override
    public void on(BatchRejected event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.REJECTED;
        batch.reason = event.reason();
    }
}
