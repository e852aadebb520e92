package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchCorrectionRequested;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A producer wants to correct a batch that it has reported. */
@ApplicationScoped
public class OnBatchCorrectionRequested implements Handler<BatchCorrectionRequested> {

    private final ChangeReportedBatch changeReportedBatch;

    OnBatchCorrectionRequested(ChangeReportedBatch changeReportedBatch) {
        this.changeReportedBatch = changeReportedBatch;
    }

    @Override
    public void on(BatchCorrectionRequested event, Envelope envelope) {
        changeReportedBatch.correct(event, Cause.by(envelope));
    }
}
