package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.exit.ProducerClearance;
import coop.parasol.quality.performance.RecordBatchOutcome;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** A producer has reworked a rejected batch: it awaits its one re-inspection. */
@ApplicationScoped
class ReworkBatch {

    private final DrawSample drawSample;
    private final ProducerClearance clearance;
    private final RecordBatchOutcome recordOutcome;
    private final Outbox outbox;
    private final FirmClock clock;

    ReworkBatch(
            DrawSample drawSample,
            ProducerClearance clearance,
            RecordBatchOutcome recordOutcome,
            Outbox outbox,
            FirmClock clock) {
        this.clock = clock;
        this.drawSample = drawSample;
        this.clearance = clearance;
        this.recordOutcome = recordOutcome;
        this.outbox = outbox;
    }

    /** The outcome of announcing a rework. */
    sealed interface Outcome permits Reworked, Refused {}

    /** A new sample is drawn. */
    record Reworked() implements Outcome {}

    /** The batch cannot be reworked. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * The series and then the batch are locked.
     *
     * @param description what was done to the batch
     */
    Outcome rework(Batch batch, InspectionSeries series, String description, Cause cause) {
        if (!batch.state.canBecome(Batch.State.REWORKED)) {
            return refused("not-rejected", "Only a REJECTED batch is reworked; this one is " + batch.state + ".");
        }
        if (batch.isPastLastDay(clock.today())) {
            return refused("past-last-day", "Its last day of sale is over; it is not inspected any more. Scrap it.");
        }
        if (series.discontinued) {
            return refused(
                    "inspection-discontinued",
                    "No batch of this product is inspected before a corrective action is accepted.");
        }
        if (batch.isInspectedDestructively() && batch.withoutSample().signum() <= 0) {
            return refused("lot-used-up", "The destructive inspection has used up the whole lot; scrap the batch.");
        }
        if (!clearance.reopen(batch.memberId)) {
            return new Refused(exitCleared());
        }
        batch.transitionTo(Batch.State.REWORKED);
        batch.beginReinspection(description);
        recordOutcome.reworked(batch.memberId, batch.product);
        outbox.append(new ReworkAnnounced(batch.id, batch.memberId, batch.product, batch.lot, description), cause);
        drawSample.drawForReinspection(batch, cause);
        return new Reworked();
    }

    /** None of the batches of a leaving producer that is cleared is inspected or certified any more. */
    static Refusal exitCleared() {
        return new Refusal.Conflict("exit-cleared", "The producer is leaving, and its batches are cleared already.");
    }

    private static Refused refused(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }
}
