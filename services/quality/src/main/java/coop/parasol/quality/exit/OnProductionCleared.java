package coop.parasol.quality.exit;

import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A leaving member makes nothing more; what it has made is still judged before it is cleared. */
@ApplicationScoped
public class OnProductionCleared implements Handler<ProductionCleared> {

    private final Producers producers;

    OnProductionCleared(Producers producers) {
        this.producers = producers;
    }

    @Override
    public void on(ProductionCleared event, Envelope envelope) {
        producers.leaving(event.memberId(), event.exitId(), event.batchesReported(), Cause.by(envelope));
    }
}
