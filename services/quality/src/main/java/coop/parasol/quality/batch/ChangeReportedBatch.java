package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchCorrectionRequested;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawalRequested;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswered;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.exit.ProducerClearance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * A producer wants to correct or withdraw a batch that it has reported. Series and batch are locked as they are for drawing a sample, so
 * that of a change and a drawing at the same moment one is first: the change is taken and the sample drawn of what is changed, or it is
 * refused.
 */
@ApplicationScoped
class ChangeReportedBatch {

    private final BatchRepository batches;
    private final ProducerClearance clearance;
    private final Outbox outbox;

    ChangeReportedBatch(BatchRepository batches, ProducerClearance clearance, Outbox outbox) {
        this.batches = batches;
        this.clearance = clearance;
        this.outbox = outbox;
    }

    void correct(BatchCorrectionRequested wanted, Cause cause) {
        Batch batch = lock(wanted.batchId());
        BatchChangeAnswer answer = ReportChanges.answer(batch);
        if (answer == BatchChangeAnswer.ACCEPTED) {
            batch.quantity = wanted.quantity().value();
            batch.unit = wanted.quantity().unit();
            batch.bestBefore = wanted.bestBefore();
            batch.persistAndFlush();
        }
        outbox.append(new BatchChangeAnswered(wanted.changeId(), batch.id, batch.memberId, answer), cause);
    }

    /** A withdrawn batch is decided, as far as its producer's exit is concerned. */
    void withdraw(BatchWithdrawalRequested wanted, Cause cause) {
        Batch batch = lock(wanted.batchId());
        BatchChangeAnswer answer = ReportChanges.answer(batch);
        if (answer == BatchChangeAnswer.ACCEPTED) {
            batch.transitionTo(Batch.State.WITHDRAWN);
            batch.persistAndFlush();
        }
        outbox.append(new BatchChangeAnswered(wanted.changeId(), batch.id, batch.memberId, answer), cause);
        if (answer == BatchChangeAnswer.ACCEPTED) {
            clearance.batchDecided(batch.memberId, false, cause);
        }
    }

    private Batch lock(UUID batchId) {
        return batches.lock(batchId, batches.seriesKey(batchId).orElseThrow()).batch();
    }
}
