package coop.parasol.distribution.order;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.distribution.stock.Standing;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What is left of a recalled batch is never sold; the orders it was promised to get other goods, or wait. */
@ApplicationScoped
public class OnBatchRecalled implements Handler<BatchRecalled> {

    private final WithholdGoods withhold;

    OnBatchRecalled(WithholdGoods withhold) {
        this.withhold = withhold;
    }

    @Override
    public void on(BatchRecalled event, Envelope envelope) {
        withhold.withdraw(event.product(), event.batchId(), event.memberId(), Standing.RECALLED, Cause.by(envelope));
    }
}
