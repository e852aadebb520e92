package coop.parasol.membership.exit;

import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Clearance by distribution. */
@ApplicationScoped
public class OnDistributionCleared implements Handler<DistributionCleared> {

    private final ClearExit clearExit;

    OnDistributionCleared(ClearExit clearExit) {
        this.clearExit = clearExit;
    }

    @Override
    public void on(DistributionCleared event, Envelope envelope) {
        clearExit.clear(event.exitId(), Steps.Step.CLEARED_BY_DISTRIBUTION, Cause.by(envelope));
    }
}
