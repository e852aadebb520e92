package coop.parasol.membership.exit;

import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Distribution has nothing open of a leaving member any more. */
@ApplicationScoped
public class OnDistributionCleared implements Handler<DistributionCleared> {

    private final ClearExit clearExit;

    OnDistributionCleared(ClearExit clearExit) {
        this.clearExit = clearExit;
    }

    @Override
    public void on(DistributionCleared event, Envelope envelope) {
        clearExit.clear(event.exitId(), Clearance.DISTRIBUTION, Cause.by(envelope));
    }
}
