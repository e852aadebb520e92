package coop.parasol.quality.release;

import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.batch.DecideBatch;
import coop.parasol.quality.inspection.Inspection;
import coop.parasol.quality.release.rules.ReleasableLot;
import coop.parasol.quality.sampling.rules.LotAcceptance;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two persons of the quality desk release a rejected lot: one proposes, another approves, and neither has inspected it. */
@ApplicationScoped
class ReleaseLot {

    private final BatchRepository batches;
    private final DecideBatch decideBatch;
    private final FirmClock clock;

    ReleaseLot(BatchRepository batches, DecideBatch decideBatch, FirmClock clock) {
        this.batches = batches;
        this.decideBatch = decideBatch;
        this.clock = clock;
    }

    /**
     * Who decides.
     *
     * @param actor the person's {@code sub}
     * @param auditorId under which this person inspects, if it does
     */
    record Person(String actor, @Nullable UUID auditorId) {}

    /**
     * A rejected batch that is to be sold all the same.
     *
     * @param grade in which it is sold
     * @param reason for buyers: what does not meet the standard, and why it may be sold
     */
    record Proposal(UUID batchId, ReleaseKind kind, String grade, String reason) {}

    /** The outcome of a proposal, its approval or its withdrawal. */
    sealed interface Outcome permits Done, Refused {}

    /** It is proposed, approved and the lot certified, or withdrawn. */
    record Done(LotRelease release) implements Outcome {}

    /** The lot may not be released, or not so, or not by this person. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome propose(Proposal proposal, Person by) {
        Optional<SeriesKey> key = batches.seriesKey(proposal.batchId());
        if (key.isEmpty()) {
            return new Refused(new Refusal.InvalidField("batchId", "unknown-batch", "There is no batch of this id."));
        }
        Batch batch = batches.lock(proposal.batchId(), key.get()).batch();
        Optional<Refusal> refusal = refuseLot(batch)
                .or(() -> refuseRelease(batch, proposal.kind(), proposal.grade()))
                .or(() -> refusePerson(batch, by));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (LotRelease.isProposed(batch.id)) {
            return refused("already-proposed", "A release of this batch waits for its approval.");
        }
        LotRelease release = new LotRelease();
        release.id = Ids.next();
        release.batchId = batch.id;
        release.kind = proposal.kind();
        release.grade = proposal.grade();
        release.reason = proposal.reason();
        release.state = LotRelease.State.PROPOSED;
        release.proposedBy = by.actor();
        release.proposedAt = clock.now();
        release.persistAndFlush();
        return new Done(release);
    }

    /** @param release locked; its proposer is another person */
    Outcome approve(LotRelease release, Person by, Cause cause) {
        if (release.state != LotRelease.State.PROPOSED) {
            return alreadyDecided(release);
        }
        SeriesKey key = batches.seriesKey(release.batchId).orElseThrow();
        Batch batch = batches.lock(release.batchId, key).batch();
        Optional<Refusal> refusal = refuseLot(batch)
                .or(() -> refuseRelease(batch, release.kind, release.grade))
                .or(() -> refusePerson(batch, by));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (!decideBatch.release(
                batch, new DecideBatch.Release(release.kind, release.grade, release.reason), clock.now(), cause)) {
            return refused("exit-cleared", "The producer is leaving, and its batches are cleared already.");
        }
        release.decide(LotRelease.State.APPROVED, by.actor(), clock.now());
        return new Done(release);
    }

    Outcome withdraw(LotRelease release, String by) {
        if (release.state != LotRelease.State.PROPOSED) {
            return alreadyDecided(release);
        }
        release.decide(LotRelease.State.WITHDRAWN, by, clock.now());
        return new Done(release);
    }

    private Optional<Refusal> refuseLot(Batch batch) {
        if (batch.state != Batch.State.REJECTED) {
            return conflict("not-rejected", "Only a REJECTED batch is released; this one is " + batch.state + ".");
        }
        if (batch.suspendedBy != null) {
            return conflict("batch-suspended", "The quality desk has suspended this batch; reinstate it first.");
        }
        if (batch.isPastLastDay(clock.today())) {
            return conflict("past-last-day", "Its last day of sale is over; it is not certified any more.");
        }
        return DecideBatch.isUsedUp(batch)
                ? conflict("lot-used-up", "Its inspection has left nothing of the lot to sell; scrap the batch.")
                : Optional.empty();
    }

    private static Optional<Refusal> refuseRelease(Batch batch, ReleaseKind kind, String grade) {
        Map<DefectClass, Integer> counts =
                Objects.requireNonNull(batch.defectives).counts();
        ReleasableLot lot = new ReleasableLot(
                batch.standard().specification.grades(),
                Objects.requireNonNull(batch.gradeFound),
                counts.getOrDefault(DefectClass.CRITICAL, 0),
                batch.requirePlans().stream()
                        .filter(plan -> LotAcceptance.decide(plan, counts) == LotAcceptance.ClassOutcome.REJECTED)
                        .map(SamplingPlan::defectClass)
                        .collect(Collectors.toSet()));
        return lot.refusal(kind, grade)
                .map(error -> error.field() == null
                        ? new Refusal.Conflict(error.code(), error.detail())
                        : new Refusal.InvalidField(error.field(), error.code(), error.detail()));
    }

    private static Optional<Refusal> refusePerson(Batch batch, Person by) {
        boolean auditor = by.auditorId() != null && Inspection.isBegun(batch.id, by.auditorId());
        return auditor || Inspection.isEnteredBy(batch.id, by.actor())
                ? Optional.of(new Refusal.Forbidden(
                        "own-inspection", "Who has inspected a batch neither proposes nor approves its release."))
                : Optional.empty();
    }

    private static Optional<Refusal> conflict(String code, String detail) {
        return Optional.of(new Refusal.Conflict(code, detail));
    }

    private static Outcome alreadyDecided(LotRelease release) {
        return refused("already-decided", "The release is " + release.state + " already.");
    }

    private static Refused refused(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }
}
