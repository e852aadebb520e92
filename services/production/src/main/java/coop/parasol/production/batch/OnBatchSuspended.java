package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.outlook.CertifiedGoods;
import jakarta.enterprise.context.ApplicationScoped;

/** What is left of the batch is no stock until quality has decided. */
@ApplicationScoped
public class OnBatchSuspended implements Handler<BatchSuspended> {

    private final CertifiedGoods goods;

    OnBatchSuspended(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(BatchSuspended event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.SUSPENDED;
        batch.reason = event.reason();
        goods.withhold(event.batchId());
    }
}
