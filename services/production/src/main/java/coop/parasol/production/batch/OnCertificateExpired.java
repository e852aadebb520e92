package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.outlook.CertifiedGoods;
import jakarta.enterprise.context.ApplicationScoped;

/** The last day of sale of the batch is over. */
@ApplicationScoped
public class OnCertificateExpired implements Handler<CertificateExpired> {

    private final CertifiedGoods goods;

    OnCertificateExpired(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(CertificateExpired event, Envelope envelope) {
        Batch batch = Batch.<Batch>findByIdOptional(event.batchId()).orElseThrow();
        batch.state = Batch.State.EXPIRED;
        goods.withhold(event.batchId());
    }
}
