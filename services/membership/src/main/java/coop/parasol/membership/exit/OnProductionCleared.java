package coop.parasol.membership.exit;

import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Production has nothing open of a leaving member any more. */
@ApplicationScoped
public class OnProductionCleared implements Handler<ProductionCleared> {

    private final ClearExit clearExit;

    OnProductionCleared(ClearExit clearExit) {
        this.clearExit = clearExit;
    }

    @Override
    public void on(ProductionCleared event, Envelope envelope) {
        clearExit.clear(event.exitId(), Clearance.PRODUCTION, Cause.by(envelope));
    }
}
