package coop.parasol.distribution.order;

import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A batch that was suspended is stock again, first for the oldest order that waits. */
@ApplicationScoped
public class OnBatchReinstated implements Handler<BatchReinstated> {

    private final WithholdGoods withhold;

    OnBatchReinstated(WithholdGoods withhold) {
        this.withhold = withhold;
    }

    @Override
    public void on(BatchReinstated event, Envelope envelope) {
        withhold.reinstate(event.product(), event.batchId(), Cause.by(envelope));
    }
}
