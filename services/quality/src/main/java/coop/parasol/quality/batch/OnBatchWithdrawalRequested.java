package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchWithdrawalRequested;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A producer wants to withdraw a batch that it has reported. */
@ApplicationScoped
public class OnBatchWithdrawalRequested implements Handler<BatchWithdrawalRequested> {

    private final ChangeReportedBatch changeReportedBatch;

    OnBatchWithdrawalRequested(ChangeReportedBatch changeReportedBatch) {
        this.changeReportedBatch = changeReportedBatch;
    }

    @Override
    public void on(BatchWithdrawalRequested event, Envelope envelope) {
        changeReportedBatch.withdraw(event, Cause.by(envelope));
    }
}
