package coop.parasol.quality.inspection;

import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.Batches;
import coop.parasol.quality.batch.DecideBatch;
import coop.parasol.quality.inspection.Inspection.Content;
import coop.parasol.quality.inspection.rules.Panel;
import coop.parasol.web.ETags;
import coop.parasol.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** @param ownFirm the member firm that the auditor speaks for besides, if any */
    record Who(UUID auditor, @Nullable UUID ownFirm) {}

    /** @param isNew false if exactly this was submitted before */
    record Submitted(Batch batch, Inspection inspection, boolean isNew, int auditorsMissing) {}

    /** Saves half-way; only what is there is checked. */
    Inspection save(UUID batchId, Who who, UUID inspectionId, @Nullable String ifMatch, Content content) {
        UUID auditorId = who.auditor();
        Batches.Locked locked = lock(batchId, who);
        Inspection inspection = find(locked.batch(), auditorId, inspectionId)
                .orElseGet(() -> begin(locked.batch(), auditorId, inspectionId));
        if (inspection.submittedAt != null) {
            throw submitted();
        }
        requireAwaited(locked);
        ETags.requireMatch(ifMatch, inspection.version);
        new Completeness(locked.batch()).requireFitting(content);
        inspection.content = content;
        inspection.savedAt = now();
        inspection.persistAndFlush();
        return inspection;
    }

    Submitted submit(UUID batchId, Who who, @Nullable UUID inspectionId, Content content, Cause cause) {
        UUID auditorId = who.auditor();
        Batches.Locked locked = lock(batchId, who);
        Batch batch = locked.batch();
        Optional<Inspection> known = find(batch, auditorId, inspectionId);
        if (known.isPresent() && known.get().submittedAt != null) {
            Inspection earlier = known.get();
            if (inspectionId != null && earlier.id.equals(inspectionId) && earlier.content.equals(content)) {
                return new Submitted(batch, earlier, false, panel(batch).missing());
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
        Panel panel = panel(batch);
        if (panel.missing() == 0) {
            List<Content> all = Inspection.submitted(batchId, batch.attempt).stream()
                    .filter(each -> panel.judged().contains(each.auditorId))
                    .map(each -> each.content)
                    .toList();
            decideBatch.decide(batch, locked.line(), completeness.findings(auditorId, all), now, cause);
        }
        return new Submitted(batch, inspection, true, panel.missing());
    }

    private Batches.Locked lock(UUID batchId, Who who) {
        Auditor auditor = Auditor.<Auditor>findByIdOptional(who.auditor())
                .orElseThrow(() -> Problem.refused(
                        "auditor-not-registered", "The quality desk has not registered you as an auditor."));
        Batches.Whose whose = batches.whose(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        Batches.Locked locked = batches.lock(batchId, whose);
        Set<UUID> interests = new HashSet<>(auditor.interests);
        if (who.ownFirm() != null) {
            interests.add(who.ownFirm());
        }
        if (panel(locked.batch()).answer(auditor.id, interests) == Panel.Answer.CONFLICT_OF_INTEREST) {
            throw Problem.refused("conflict-of-interest", "You have an interest in the producer of this batch.");
        }
        return locked;
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

    /** Those whose findings count for a batch; nobody is asked any more about one that awaits no inspection. */
    private static Panel panel(Batch batch) {
        int asked = batch.state.awaitsInspection() ? batch.standard().content.auditors() : 0;
        List<UUID> said = Inspection.submitted(batch.id, batch.attempt).stream()
                .map(each -> each.auditorId)
                .toList();
        return Panel.of(batch.memberId, asked, said, Auditor.interestedIn(batch.memberId, said));
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
