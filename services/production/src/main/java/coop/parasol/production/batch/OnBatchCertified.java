package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;

/** A certified batch shows its grade, and its quantity is certified stock. */
@ApplicationScoped
public class OnBatchCertified implements Handler<BatchCertified> {

    private final CertifiedStock stock;

    OnBatchCertified(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void on(BatchCertified event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.CERTIFIED;
        batch.grade = event.grade();
        batch.reason = null;
        stock.certify(new CertifiedStock.BatchQuantity(
                event.batchId(), event.product(), event.quantity().value()));
    }
}
