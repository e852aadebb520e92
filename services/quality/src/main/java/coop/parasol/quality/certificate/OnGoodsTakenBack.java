package coop.parasol.quality.certificate;

import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A leaving member has taken units back: its certificate says so, and holds for those that were sold only. */
@ApplicationScoped
public class OnGoodsTakenBack implements Handler<GoodsTakenBack> {

    @Override
    public void on(GoodsTakenBack event, Envelope envelope) {
        Certificate.lockOfBatch(event.batchId())
                .orElseThrow()
                .takeBack(event.quantity().value(), event.takenBackAt());
        Certificate.flush();
    }
}
