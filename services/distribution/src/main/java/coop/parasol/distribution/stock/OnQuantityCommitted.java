package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A producer's part in what is sold follows what it has committed. */
@ApplicationScoped
public class OnQuantityCommitted implements Handler<QuantityCommitted> {

    private final Commitments commitments;

    OnQuantityCommitted(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void on(QuantityCommitted event, Envelope envelope) {
        commitments.set(
                event.commitmentId(),
                event.memberId(),
                event.product(),
                event.period(),
                event.quantity().value(),
                envelope.sequence());
    }
}
