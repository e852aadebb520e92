package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.outlook.CertifiedGoods;
import jakarta.enterprise.context.ApplicationScoped;

/** The batch is stock of the brand again. */
@ApplicationScoped
public class OnBatchReinstated implements Handler<BatchReinstated> {

    private final CertifiedGoods goods;

    OnBatchReinstated(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(BatchReinstated event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.CERTIFIED;
        batch.reason = null;
        goods.release(event.batchId());
    }
}
