package coop.parasol.pricing.settlement;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Leaves recalled units out of the drafts of their pool: partners that have paid for them get their money back first. */
@ApplicationScoped
public class OnBatchRecalled implements Handler<BatchRecalled> {

    private final PoolReceipts receipts;

    OnBatchRecalled(PoolReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(BatchRecalled event, Envelope envelope) {
        receipts.recall(event.product(), event.batchId());
    }
}
