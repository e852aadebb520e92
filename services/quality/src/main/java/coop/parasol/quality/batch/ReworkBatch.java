package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.exit.Producers;
import coop.parasol.quality.switching.Line;
import jakarta.enterprise.context.ApplicationScoped;

/** A rejected batch is reworked for its one re-inspection, or given up; so may be one that nobody inspects. */
@ApplicationScoped
class ReworkBatch {

    private static final int REINSPECTION = 2;

    private final SampleBatch sampleBatch;
    private final Producers producers;
    private final Outbox outbox;

    ReworkBatch(SampleBatch sampleBatch, Producers producers, Outbox outbox) {
        this.sampleBatch = sampleBatch;
        this.producers = producers;
        this.outbox = outbox;
    }

    /** What became of the wish. */
    sealed interface Outcome permits Done, Refused {}

    record Done() implements Outcome {}

    record Refused(String code, String reason) implements Outcome {}

    Outcome rework(Batch batch, Line line, String what, Cause cause) {
        if (!batch.state.canBecome(Batch.State.REWORKED)) {
            return new Refused("not-rejected", "Only a REJECTED batch is reworked; it is " + batch.state + ".");
        }
        if (line.discontinued) {
            return new Refused("discontinued", "Nothing of this product is inspected before a corrective action.");
        }
        if (!producers.reopened(batch.memberId)) {
            return new Refused("exit-cleared", "The producer is leaving, and its batches are cleared already.");
        }
        if (batch.standard().content.destructive() && batch.withoutSample().signum() <= 0) {
            return new Refused("used-up", "The destructive inspection has used up the whole lot; scrap it.");
        }
        batch.become(Batch.State.REWORKED);
        batch.attempt = REINSPECTION;
        batch.rework = what;
        line.reworked++;
        outbox.append(new ReworkAnnounced(batch.id, batch.memberId, batch.product, batch.lot, what), cause);
        sampleBatch.sampleReworked(batch, cause);
        return new Done();
    }

    /**
     * What was rejected, or is not inspected for as long as its line is discontinued or its product has no standard. What
     * awaits an inspection is decided by it.
     */
    Outcome scrap(Batch batch, Line line, String reason, Cause cause) {
        boolean rejected = batch.state == Batch.State.REJECTED;
        boolean waiting = batch.state == Batch.State.WAITING_FOR_STANDARD
                || batch.state == Batch.State.HELD
                || (batch.state == Batch.State.REWORKED && line.discontinued);
        if (!rejected && !waiting) {
            return new Refused(
                    "not-rejected",
                    "Only a rejected batch, or one that nobody inspects, is scrapped; it is " + batch.state + ".");
        }
        batch.become(Batch.State.SCRAPPED);
        batch.reason = reason;
        line.scrapped++;
        batch.persistAndFlush();
        outbox.append(new BatchScrapped(batch.id, batch.memberId, batch.product, batch.lot, reason), cause);
        if (waiting) {
            producers.decided(batch.memberId, false, cause);
        }
        return new Done();
    }
}
