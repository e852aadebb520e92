package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswered;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Quality has answered what a producer wanted to change of its report. */
@ApplicationScoped
public class OnBatchChangeAnswered implements Handler<BatchChangeAnswered> {

    private final ApplyBatchChange applyBatchChange;

    OnBatchChangeAnswered(ApplyBatchChange applyBatchChange) {
        this.applyBatchChange = applyBatchChange;
    }

    @Override
    public void on(BatchChangeAnswered event, Envelope envelope) {
        applyBatchChange.answered(event, Cause.by(envelope));
    }
}
