package coop.parasol.distribution.order;

import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing of a suspended batch is promised any more, and what is promised does not leave. */
@ApplicationScoped
public class OnBatchSuspended implements Handler<BatchSuspended> {

    private final WithholdGoods withhold;

    OnBatchSuspended(WithholdGoods withhold) {
        this.withhold = withhold;
    }

    @Override
    public void on(BatchSuspended event, Envelope envelope) {
        withhold.suspend(event.product(), event.batchId());
    }
}
