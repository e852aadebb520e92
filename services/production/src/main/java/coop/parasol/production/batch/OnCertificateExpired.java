package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;

/** A batch whose last day of sale is over is no stock any more. */
@ApplicationScoped
public class OnCertificateExpired implements Handler<CertificateExpired> {

    private final CertifiedStock stock;

    OnCertificateExpired(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void on(CertificateExpired event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.EXPIRED;
        stock.withhold(event.batchId());
    }
}
