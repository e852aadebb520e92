package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A rejected batch has been reworked and is judged once more. */
@ApplicationScoped
public class OnReworkAnnounced implements Handler<ReworkAnnounced> {

    @Override
    public void on(ReworkAnnounced event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.REWORKED;
    }
}
