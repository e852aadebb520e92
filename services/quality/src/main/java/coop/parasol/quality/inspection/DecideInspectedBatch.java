package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.batch.DecideBatch;
import coop.parasol.quality.inspection.rules.AuditorPanel;
import coop.parasol.quality.inspection.rules.InspectionCheck;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets the plans decide about a batch by all that its auditors have found. Where another auditor has a draft, the quality
 * desk looks at it and then decides not to wait: what the draft says so far counts as well.
 */
@ApplicationScoped
class DecideInspectedBatch {

    private final BatchRepository batches;
    private final DecideBatch decideBatch;
    private final FirmClock clock;

    DecideInspectedBatch(BatchRepository batches, DecideBatch decideBatch, FirmClock clock) {
        this.batches = batches;
        this.decideBatch = decideBatch;
        this.clock = clock;
    }

    /** The outcome of the desk's decision about an inspected batch. */
    sealed interface Outcome permits Decided, Refused {}

    /** The plans have decided. */
    record Decided(Batch batch) implements Outcome {}

    /** The batch does not wait for the desk. */
    record Refused(Refusal reason) implements Outcome {}

    /** The quality desk has seen the drafts and waits for no further auditor. */
    Outcome decideWithDrafts(UUID batchId, Cause cause) {
        Optional<SeriesKey> key = batches.seriesKey(batchId);
        if (key.isEmpty()) {
            return new Refused(new Refusal.NotFound("batch", batchId));
        }
        BatchRepository.Locked locked = batches.lock(batchId, key.get());
        Batch batch = locked.batch();
        if (!batch.awaitsDesk || OpenInspection.panel(batch).missing() > 0 || !batch.isInspectable(clock.today())) {
            return new Refused(new Refusal.Conflict(
                    "not-awaiting-desk", "The batch does not wait for a decision of the quality desk."));
        }
        decide(batch, locked.series(), drafts(batch), clock.now(), cause);
        return new Decided(batch);
    }

    /** The series and then the batch are locked, and no auditor is missing. */
    void decide(Batch batch, InspectionSeries series, List<Inspection> drafts, Instant now, Cause cause) {
        AuditorPanel panel = OpenInspection.panel(batch);
        List<Inspection> counted = Inspection.submitted(batch.id, batch.inspectionNumber).stream()
                .filter(each -> panel.counted().contains(each.auditorId))
                .toList();
        List<InspectionContent> contents = new ArrayList<>();
        drafts.forEach(draft -> contents.add(draft.content));
        counted.forEach(inspection -> contents.add(inspection.content));
        InspectionCheck.Findings findings = OpenInspection.check(batch).findings(contents);
        Inspection last = counted.getLast();
        decideBatch.decide(
                batch,
                series,
                new DecideBatch.Findings(
                        last.auditorId,
                        findings.counts(),
                        findings.defects(),
                        findings.nonconformingUnits(),
                        findings.grade(),
                        last.content.remarks()),
                now,
                cause);
    }

    /** What auditors without an interest in the producer have found and not submitted. */
    static List<Inspection> drafts(Batch batch) {
        List<Inspection> drafts = Inspection.draftsWithFindings(batch.id, batch.inspectionNumber);
        List<UUID> interested = Auditor.interestedIn(
                batch.memberId, drafts.stream().map(draft -> draft.auditorId).toList());
        return drafts.stream()
                .filter(draft -> !interested.contains(draft.auditorId))
                .toList();
    }
}
