package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.inspection.rules.InspectionCheck;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.InspectionError;
import coop.parasol.quality.worklist.WorkList;
import coop.parasol.web.ETags;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An auditor submits an inspection; with the last one that the standard asks for, the batch is decided. If another auditor
 * has found something in a draft, the quality desk has to see that first, so that no finding is dropped.
 */
@ApplicationScoped
class SubmitInspection {

    private final OpenInspection openInspection;
    private final DecideInspectedBatch decideInspectedBatch;
    private final ClaimInspection claimInspection;
    private final CheckInstruments checkInstruments;
    private final WorkList workList;
    private final FirmClock clock;

    SubmitInspection(
            OpenInspection openInspection,
            DecideInspectedBatch decideInspectedBatch,
            ClaimInspection claimInspection,
            CheckInstruments checkInstruments,
            WorkList workList,
            FirmClock clock) {
        this.openInspection = openInspection;
        this.decideInspectedBatch = decideInspectedBatch;
        this.claimInspection = claimInspection;
        this.checkInstruments = checkInstruments;
        this.workList = workList;
        this.clock = clock;
    }

    /** The outcome of submitting an inspection. */
    sealed interface Outcome permits Submitted, Refused {}

    /**
     * @param batch decided, if no auditor is missing
     * @param isNew false if exactly this was submitted before
     * @param auditorsMissing how many more have to inspect before the plans decide
     * @param openDrafts how many other auditors have a draft that the quality desk has to see before a decision
     */
    record Submitted(Batch batch, Inspection inspection, boolean isNew, int auditorsMissing, int openDrafts)
            implements Outcome {}

    /** It was refused, and nothing is stored. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * Submits what an auditor has found.
     *
     * @param seenDraft the version of the draft that a device has seen which was away, {@link ETags#NO_VERSION} if it has seen none;
     *     {@code null} for any
     */
    Outcome submit(OpenInspection.Request request, @Nullable Long seenDraft, InspectionContent content, Cause cause) {
        return switch (openInspection.open(request)) {
            case OpenInspection.Refused refused -> new Refused(refused.reason());
            case OpenInspection.Opened opened ->
                opened.known()
                        .filter(known -> known.state() == Inspection.State.SUBMITTED)
                        .map(earlier -> repeated(request, opened.batch(), earlier, content))
                        .orElseGet(() -> changedMeanwhile(opened, seenDraft)
                                .<Outcome>map(Refused::new)
                                .orElseGet(() -> submitAwaited(request, opened, content, cause)));
        };
    }

    /** Why a draft is not replaced which the device has not seen. */
    private static Optional<Refusal> changedMeanwhile(OpenInspection.Opened opened, @Nullable Long seenDraft) {
        return opened.known()
                .filter(draft -> seenDraft != null && seenDraft != draft.version)
                .map(draft -> new Refusal.ChangedMeanwhile(draft.version));
    }

    /** What is sent once more under its own id is the same inspection. */
    private static Outcome repeated(
            OpenInspection.Request request, Batch batch, Inspection earlier, InspectionContent content) {
        if (earlier.id.equals(request.inspectionId()) && earlier.content.equals(sameDay(content, earlier.content))) {
            int openDrafts = batch.state.awaitsInspection()
                    ? DecideInspectedBatch.drafts(batch).size()
                    : 0;
            return new Submitted(
                    batch, earlier, false, OpenInspection.panel(batch).missing(), openDrafts);
        }
        return new Refused(
                batch.state.awaitsInspection() ? OpenInspection.alreadySubmitted() : OpenInspection.notAwaited(batch));
    }

    /** What is sent again without a day of measurement is of the day on which it was sent first. */
    private static InspectionContent sameDay(InspectionContent again, InspectionContent earlier) {
        LocalDate day = earlier.measuredOn();
        return day == null ? again : again.measuredOn(day);
    }

    private Outcome submitAwaited(
            OpenInspection.Request request, OpenInspection.Opened opened, InspectionContent sent, Cause cause) {
        Optional<Refusal> notAwaited = opened.notAwaited();
        if (notAwaited.isPresent()) {
            return new Refused(notAwaited.get());
        }
        InspectionCheck check = opened.check();
        InspectionContent content = opened.known()
                .map(draft -> draft.content.completedBy(sent))
                .orElse(sent)
                .measuredOn(opened.today());
        Optional<InspectionError> error = check.incomplete(content);
        if (error.isPresent()) {
            return new Refused(OpenInspection.invalid(error.get()));
        }
        Batch batch = opened.batch();
        Instant now = clock.now();
        Optional<Refusal> refusal = checkInstruments
                .refusal(batch, content)
                .or(() -> claimInspection.refuseTaken(batch, request.auditorId(), now));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Inspection inspection = opened.inspection(request);
        batch.beginInspection();
        inspection.enteredBy = cause.actor();
        inspection.content = content;
        inspection.savedAt = now;
        inspection.submittedAt = now;
        inspection.persistAndFlush();
        int missing = OpenInspection.panel(batch).missing();
        int openDrafts = missing > 0 ? 0 : DecideInspectedBatch.drafts(batch).size();
        if (missing > 0 || openDrafts > 0) {
            batch.awaitsDesk = missing == 0;
            workList.inspectedBy(batch.id, inspection.auditorId);
        } else {
            decideInspectedBatch.decide(batch, opened.locked().series(), List.of(), now, cause);
        }
        return new Submitted(batch, inspection, true, missing, openDrafts);
    }
}
