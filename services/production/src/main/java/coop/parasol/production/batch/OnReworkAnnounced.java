package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The rejected batch is judged once more. */
@ApplicationScoped
public class OnReworkAnnounced implements Handler<ReworkAnnounced> {

    @Override
    public void on(ReworkAnnounced event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.REWORKED;
    }
}
