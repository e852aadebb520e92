package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.DecideBatch;
import coop.parasol.quality.inspection.rules.AuditorPanel;
import coop.parasol.quality.inspection.rules.InspectionCheck;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.InspectionError;
import coop.parasol.quality.worklist.WorkList;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An auditor submits an inspection; with the last one that the standard asks for, the batch is decided. */
@ApplicationScoped
class SubmitInspection {

    private final OpenInspection openInspection;
    private final DecideBatch decideBatch;
    private final WorkList workList;
    private final FirmClock clock;

    SubmitInspection(OpenInspection openInspection, DecideBatch decideBatch, WorkList workList, FirmClock clock) {
        this.openInspection = openInspection;
        this.decideBatch = decideBatch;
        this.workList = workList;
        this.clock = clock;
    }

    /** What came of a submission. */
    sealed interface Outcome permits Submitted, Refused {}

    /**
     * @param batch decided, if no auditor is missing
     * @param isNew false if exactly this was submitted before
     * @param auditorsMissing how many more have to inspect before the plans decide
     */
    record Submitted(Batch batch, Inspection inspection, boolean isNew, int auditorsMissing) implements Outcome {}

    /** Nothing is stored. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome submit(OpenInspection.Request request, InspectionContent content, Cause cause) {
        return switch (openInspection.open(request)) {
            case OpenInspection.Refused refused -> new Refused(refused.reason());
            case OpenInspection.Opened opened ->
                opened.known()
                        .filter(known -> known.state() == Inspection.State.SUBMITTED)
                        .map(earlier -> again(request, opened.batch(), earlier, content))
                        .orElseGet(() -> submit(request, opened, content, cause));
        };
    }

    /** What is sent once more under its own id is the same inspection. */
    private static Outcome again(
            OpenInspection.Request request, Batch batch, Inspection earlier, InspectionContent content) {
        if (earlier.id.equals(request.inspectionId()) && earlier.content.equals(content)) {
            return new Submitted(
                    batch, earlier, false, OpenInspection.panel(batch).missing());
        }
        return new Refused(
                batch.state.awaitsInspection() ? OpenInspection.alreadySubmitted() : OpenInspection.notAwaited(batch));
    }

    private Outcome submit(
            OpenInspection.Request request, OpenInspection.Opened opened, InspectionContent sent, Cause cause) {
        Optional<Refusal> notAwaited = opened.notAwaited();
        if (notAwaited.isPresent()) {
            return new Refused(notAwaited.get());
        }
        InspectionCheck check = opened.check();
        InspectionContent content =
                opened.known().map(draft -> draft.content.completedBy(sent)).orElse(sent);
        Optional<InspectionError> error = check.incomplete(content);
        if (error.isPresent()) {
            return new Refused(OpenInspection.invalid(error.get()));
        }
        Batch batch = opened.batch();
        Instant now = clock.now();
        Inspection inspection = opened.inspection(request);
        batch.beginInspection();
        inspection.content = content;
        inspection.savedAt = now;
        inspection.submittedAt = now;
        inspection.persistAndFlush();
        AuditorPanel panel = OpenInspection.panel(batch);
        if (panel.missing() > 0) {
            workList.inspectedBy(batch.id, inspection.auditorId);
        } else {
            InspectionCheck.Findings findings = check.findings(counted(batch, panel));
            decideBatch.decide(
                    batch,
                    opened.locked().series(),
                    new DecideBatch.Findings(
                            inspection.auditorId,
                            findings.counts(),
                            findings.defects(),
                            findings.grade(),
                            inspection.content.remarks()),
                    now,
                    cause);
        }
        return new Submitted(batch, inspection, true, panel.missing());
    }

    private static List<InspectionContent> counted(Batch batch, AuditorPanel panel) {
        return Inspection.submitted(batch.id, batch.inspectionNumber).stream()
                .filter(each -> panel.counted().contains(each.auditorId))
                .map(each -> each.content)
                .toList();
    }
}
