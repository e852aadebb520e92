package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;

/** What is left of a reinstated batch is stock again. */
@ApplicationScoped
public class OnBatchReinstated implements Handler<BatchReinstated> {

    private final CertifiedStock stock;

    OnBatchReinstated(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void on(BatchReinstated event, Envelope envelope) {
        Batch batch = Batch.reported(event.batchId());
        batch.state = Batch.State.CERTIFIED;
        batch.reason = null;
        stock.reinstate(event.batchId());
    }
}
