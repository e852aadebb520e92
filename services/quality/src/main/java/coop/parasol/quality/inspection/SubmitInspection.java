package coop.parasol.quality.inspection;

import coop.parasol.border.Problem;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.Batches;
import coop.parasol.quality.batch.DecideBatch;
import coop.parasol.quality.inspection.Inspection.Content;
import coop.parasol.quality.standard.rules.Definition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what an auditor has found; with the last inspection that the standard asks for, the batch is decided. */
@ApplicationScoped
class SubmitInspection {

    private final Batches batches;
    private final DecideBatch decideBatch;
    private final Clock clock;

    SubmitInspection(Batches batches, DecideBatch decideBatch, Clock clock) {
        this.batches = batches;
        this.decideBatch = decideBatch;
        this.clock = clock;
    }

    /** @param isNew false if exactly this was submitted before */
    record Submitted(Batch batch, Inspection inspection, boolean isNew, int auditorsMissing) {}

    /** Saves half-way; only what is there is checked. */
    Inspection save(UUID batchId, UUID auditorId, UUID inspectionId, @Nullable String ifMatch, Content content) {
        Batches.Locked locked = lock(batchId, auditorId);
        Inspection inspection = find(locked.batch(), auditorId, inspectionId)
                .orElseGet(() -> begin(locked.batch(), auditorId, inspectionId));
        if (inspection.submittedAt != null) {
            throw submitted();
        }
        requireAwaited(locked);
        coop.parasol.border.ETags.requireMatch(ifMatch, inspection.version);
        new Completeness(locked.batch()).requireFitting(content);
        inspection.content = content;
        inspection.savedAt = now();
        inspection.persistAndFlush();
        return inspection;
    }

    Submitted submit(UUID batchId, UUID auditorId, @Nullable UUID inspectionId, Content content, Cause cause) {
        Batches.Locked locked = lock(batchId, auditorId);
        Batch batch = locked.batch();
        Optional<Inspection> known = find(batch, auditorId, inspectionId);
        if (known.isPresent() && known.get().submittedAt != null) {
            Inspection earlier = known.get();
            if (inspectionId != null && earlier.id.equals(inspectionId) && earlier.content.equals(content)) {
                return new Submitted(batch, earlier, false, missing(batch));
            }
            throw batch.state.awaitsInspection() ? submitted() : notAwaited(batch);
        }
        requireAwaited(locked);
        Completeness completeness = new Completeness(batch);
        Content whole =
                known.map(draft -> completeness.merge(draft.content, content)).orElse(content);
        completeness.requireWhole(whole);
        Inspection inspection = known.orElseGet(() -> begin(batch, auditorId, inspectionId));
        Instant now = now();
        inspection.content = whole;
        inspection.savedAt = now;
        inspection.submittedAt = now;
        inspection.persistAndFlush();
        int missing = missing(batch);
        if (missing == 0) {
            List<Content> all = Inspection.submitted(batchId, batch.attempt).stream()
                    .map(each -> each.content)
                    .toList();
            decideBatch.decide(batch, locked.line(), completeness.findings(auditorId, all), now, cause);
        }
        return new Submitted(batch, inspection, true, missing);
    }

    private Batches.Locked lock(UUID batchId, UUID auditorId) {
        Auditor auditor = Auditor.<Auditor>findByIdOptional(auditorId)
                .orElseThrow(() -> Problem.refused(
                        "auditor-not-registered", "The quality desk has not registered you as an auditor."));
        Batches.Whose whose = batches.whose(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        if (auditor.interests.contains(whose.memberId())) {
            throw Problem.refused("conflict-of-interest", "You have an interest in the producer of this batch.");
        }
        return batches.lock(batchId, whose);
    }

    /** By its own id, or the one the auditor has begun of this batch. */
    private static Optional<Inspection> find(Batch batch, UUID auditorId, @Nullable UUID inspectionId) {
        Optional<Inspection> named =
                Optional.ofNullable(inspectionId).flatMap(id -> Inspection.<Inspection>findByIdOptional(id));
        if (named.isPresent()) {
            if (!named.get().auditorId.equals(auditorId) || !named.get().batchId.equals(batch.id)) {
                throw Problem.refused("id-taken", "This id is that of another inspection; take a new one.");
            }
            return named;
        }
        Optional<Inspection> begun = Inspection.of(batch.id, batch.attempt, auditorId);
        if (begun.isPresent() && inspectionId != null) {
            throw batch.state.awaitsInspection()
                    ? Problem.refused(
                            "already-inspected", "You have begun this inspection under the id " + begun.get().id + ".")
                    : notAwaited(batch);
        }
        return begun;
    }

    private Inspection begin(Batch batch, UUID auditorId, @Nullable UUID inspectionId) {
        Inspection inspection = new Inspection();
        inspection.id = inspectionId == null ? Ids.next() : inspectionId;
        inspection.batchId = batch.id;
        inspection.auditorId = auditorId;
        inspection.attempt = batch.attempt;
        return inspection;
    }

    private static int missing(Batch batch) {
        Definition standard = batch.standard().content;
        return batch.state.awaitsInspection()
                ? standard.auditors()
                        - Inspection.submitted(batch.id, batch.attempt).size()
                : 0;
    }

    private static void requireAwaited(Batches.Locked locked) {
        if (!locked.batch().state.awaitsInspection()) {
            throw notAwaited(locked.batch());
        }
        if (locked.line().discontinued) {
            throw Problem.refused(
                    "discontinued", "Nothing of this producer's product is inspected before a corrective action.");
        }
    }

    private static Problem notAwaited(Batch batch) {
        return Problem.refused("not-awaiting-inspection", "The batch is " + batch.state + ".");
    }

    private static Problem submitted() {
        return Problem.refused("already-submitted", "Your inspection is submitted and does not change any more.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
