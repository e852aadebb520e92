package coop.parasol.membership.exit;

import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Quality has nothing open of a leaving member any more. */
@ApplicationScoped
public class OnQualityCleared implements Handler<QualityCleared> {

    private final ClearExit clearExit;

    OnQualityCleared(ClearExit clearExit) {
        this.clearExit = clearExit;
    }

    @Override
    public void on(QualityCleared event, Envelope envelope) {
        clearExit.clear(event.exitId(), Clearance.QUALITY, Cause.by(envelope));
    }
}
