package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.exit.ProducerClearance;
import coop.parasol.quality.performance.RecordBatchOutcome;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.worklist.WorkList;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A batch is given up (ADR 0025): a rejected one, or one that is not inspected as long as its series is discontinued or
 * its product has no standard, or one whose last day of sale is over before it was inspected. Another batch that awaits an
 * inspection is decided by it and is not given up.
 */
@ApplicationScoped
class ScrapBatch {

    private final ProducerClearance clearance;
    private final RecordBatchOutcome recordOutcome;
    private final WorkList workList;
    private final Outbox outbox;
    private final FirmClock clock;

    ScrapBatch(
            ProducerClearance clearance,
            RecordBatchOutcome recordOutcome,
            WorkList workList,
            Outbox outbox,
            FirmClock clock) {
        this.clock = clock;
        this.clearance = clearance;
        this.recordOutcome = recordOutcome;
        this.workList = workList;
        this.outbox = outbox;
    }

    /** The outcome of scrapping a batch. */
    sealed interface Outcome permits Scrapped, Refused {}

    /** The batch will never be sold under the brand. */
    record Scrapped() implements Outcome {}

    /** The batch awaits an inspection, or is decided for good. */
    record Refused(Refusal reason) implements Outcome {}

    /** The series and then the batch are locked. */
    Outcome scrap(Batch batch, InspectionSeries series, String reason, Cause cause) {
        boolean rejected = batch.state == Batch.State.REJECTED;
        boolean waiting = switch (batch.state) {
            case WAITING_FOR_STANDARD, HELD -> true;
            case SAMPLED -> batch.isPastLastDay(clock.today());
            case REWORKED -> series.discontinued || batch.isPastLastDay(clock.today());
            case REPORTED, WITHDRAWN, CERTIFIED, REJECTED, SCRAPPED, SUSPENDED, RECALLED, EXPIRED -> false;
        };
        if (!rejected && !waiting) {
            return new Refused(new Refusal.Conflict(
                    "not-rejected",
                    "Only a rejected batch, or one that is not inspected for now, is scrapped; this one is "
                            + batch.state + "."));
        }
        batch.transitionTo(Batch.State.SCRAPPED);
        batch.reason = reason;
        batch.reasonData = null;
        batch.persistAndFlush();
        workList.remove(batch.id);
        recordOutcome.scrapped(batch.memberId, batch.product);
        outbox.append(new BatchScrapped(batch.id, batch.memberId, batch.product, batch.lot, reason), cause);
        if (waiting) {
            clearance.batchDecided(batch.memberId, false, cause);
        }
        return new Scrapped();
    }
}
