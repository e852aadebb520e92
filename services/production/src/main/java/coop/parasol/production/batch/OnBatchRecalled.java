package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.outlook.CertifiedGoods;
import jakarta.enterprise.context.ApplicationScoped;

/** What is left of the batch is never sold. */
@ApplicationScoped
public class OnBatchRecalled implements Handler<BatchRecalled> {

    private final CertifiedGoods goods;

    OnBatchRecalled(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(BatchRecalled event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.RECALLED;
        batch.reason = event.reason();
        goods.withhold(event.batchId());
    }
}
