package coop.parasol.quality.exit;

import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A leaving member reports no further batch; it is cleared when those it has reported are decided. */
@ApplicationScoped
public class OnProductionCleared implements Handler<ProductionCleared> {

    private final ProducerClearance clearance;

    OnProductionCleared(ProducerClearance clearance) {
        this.clearance = clearance;
    }

    @Override
    public void on(ProductionCleared event, Envelope envelope) {
        clearance.productionCleared(event.memberId(), event.exitId(), event.batchesReported(), Cause.by(envelope));
    }
}
