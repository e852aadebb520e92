package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;

/** What is left of a suspended batch is no stock until quality reinstates or recalls it. */
@ApplicationScoped
public class OnBatchSuspended implements Handler<BatchSuspended> {

    private final CertifiedStock stock;

    OnBatchSuspended(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void on(BatchSuspended event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.SUSPENDED;
        batch.reason = event.reason();
        stock.withhold(event.batchId());
    }
}
