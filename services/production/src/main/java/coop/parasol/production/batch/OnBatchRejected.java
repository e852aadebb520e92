package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A rejected batch shows its producer why it was not certified. */
@ApplicationScoped
public class OnBatchRejected implements Handler<BatchRejected> {

    @Override
    public void on(BatchRejected event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.REJECTED;
        batch.reason = event.reason();
    }
}
