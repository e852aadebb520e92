package coop.parasol.membership.exit;

import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Clearance by production. */
@ApplicationScoped
public class OnProductionCleared implements Handler<ProductionCleared> {

    private final ClearExit clearExit;

    OnProductionCleared(ClearExit clearExit) {
        this.clearExit = clearExit;
    }

    @Override
    public void on(ProductionCleared event, Envelope envelope) {
        clearExit.clear(event.exitId(), Steps.Step.CLEARED_BY_PRODUCTION, Cause.by(envelope));
    }
}
