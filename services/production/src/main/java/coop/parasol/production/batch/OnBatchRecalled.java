package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;

/** What is left of a recalled batch is never sold. */
@ApplicationScoped
public class OnBatchRecalled implements Handler<BatchRecalled> {

    private final CertifiedStock stock;

    OnBatchRecalled(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void on(BatchRecalled event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.RECALLED;
        batch.reason = event.reason();
        stock.withhold(event.batchId());
    }
}
