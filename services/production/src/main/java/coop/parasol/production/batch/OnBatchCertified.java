package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.outlook.CertifiedGoods;
import jakarta.enterprise.context.ApplicationScoped;

/** The batch is stock of the brand. Production has reported it itself, so it is always known here. */
@ApplicationScoped
public class OnBatchCertified implements Handler<BatchCertified> {

    private final CertifiedGoods goods;

    OnBatchCertified(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(BatchCertified event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.CERTIFIED;
        batch.grade = event.grade();
        goods.certified(event.batchId(), event.product(), event.quantity().value());
    }
}
