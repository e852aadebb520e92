package coop.parasol.quality.batch;

import coop.parasol.contracts.NonconformityEvent.LotReleased;
import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.CertifiedRelease;
import coop.parasol.quality.certificate.IssueCertificate;
import coop.parasol.quality.exit.ProducerClearance;
import coop.parasol.quality.performance.RecordBatchOutcome;
import coop.parasol.quality.sampling.rules.LotAcceptance;
import coop.parasol.quality.switching.ApplySwitchingRules;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.OpenSupportCase;
import coop.parasol.quality.worklist.WorkList;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a batch when its sample is inspected: its plans certify it, reject it, or scrap it after the second
 * rejection. What follows for the batches after it is switched in the same transaction.
 */
@ApplicationScoped
public class DecideBatch {

    private final IssueCertificate issueCertificate;
    private final ApplySwitchingRules switchingRules;
    private final OpenSupportCase openSupportCase;
    private final SampleWaitingBatches sampleWaitingBatches;
    private final ProducerClearance clearance;
    private final RecordBatchOutcome recordOutcome;
    private final WorkList workList;
    private final Outbox outbox;

    DecideBatch(
            IssueCertificate issueCertificate,
            ApplySwitchingRules switchingRules,
            OpenSupportCase openSupportCase,
            SampleWaitingBatches sampleWaitingBatches,
            ProducerClearance clearance,
            RecordBatchOutcome recordOutcome,
            WorkList workList,
            Outbox outbox) {
        this.issueCertificate = issueCertificate;
        this.switchingRules = switchingRules;
        this.openSupportCase = openSupportCase;
        this.sampleWaitingBatches = sampleWaitingBatches;
        this.clearance = clearance;
        this.recordOutcome = recordOutcome;
        this.workList = workList;
        this.outbox = outbox;
    }

    /**
     * What was found in the whole sample, by all auditors that the standard asks for.
     *
     * @param inspectedBy the auditor whose inspection was the last
     * @param counts per defect class what its plan counts
     * @param defects by characteristic, or by defect class where only counts were entered, how many were found
     * @param nonconformingUnits numbers of the units with any defect, which are not sold
     */
    public record Findings(
            UUID inspectedBy,
            Map<DefectClass, Integer> counts,
            Map<String, Integer> defects,
            SortedSet<Long> nonconformingUnits,
            String grade,
            @Nullable String remarks) {}

    /** The series and then the batch are locked, and the batch awaits this inspection. */
    public void decide(Batch batch, InspectionSeries series, Findings findings, Instant now, Cause cause) {
        boolean original = batch.state == Batch.State.SAMPLED;
        RecordBatchOutcome.Inspected inspected =
                new RecordBatchOutcome.Inspected(batch.memberId, batch.product, original, now);
        batch.inspectedBy = findings.inspectedBy();
        batch.inspectedAt = now;
        batch.defectives = new Batch.Defectives(Map.copyOf(findings.counts()));
        batch.remarks = findings.remarks();
        batch.awaitsDesk = false;
        batch.gradeFound = findings.grade();
        batch.nonconformingUnits = findings.nonconformingUnits().isEmpty()
                ? null
                : new Batch.UnitNumbers(List.copyOf(findings.nonconformingUnits()));
        workList.remove(batch.id);
        switch (LotAcceptance.decide(batch.requirePlans(), findings.counts())) {
            case LotAcceptance.Accepted() -> {
                if (isUsedUp(batch)) {
                    scrapUsedUpLot(batch, cause);
                } else {
                    certify(batch, findings.grade(), null, now, cause);
                }
                recordOutcome.certified(inspected);
            }
            case LotAcceptance.Rejected rejected -> {
                if (original) {
                    reject(batch, rejected, cause);
                } else {
                    scrap(batch, series, rejected, cause);
                }
                recordOutcome.rejected(inspected, findings.defects());
            }
        }
        clearance.batchDecided(batch.memberId, batch.state == Batch.State.CERTIFIED, cause);
        if (original
                && switchingRules.afterInspection(
                        series,
                        new OpenSupportCase.Shown(batch.id, batch.lot, null),
                        batch.requirePlans(),
                        findings.counts(),
                        cause)) {
            sampleWaitingBatches.updateUninspectedBatches(series, cause);
        }
    }

    /** Whether its inspection has left nothing that could be sold. */
    public static boolean isUsedUp(Batch batch) {
        return sellable(batch).signum() <= 0;
    }

    /** What is left after inspections that destroy the units they look at; else what is not found nonconforming. */
    private static BigDecimal sellable(Batch batch) {
        return batch.standard().specification.destructive() ? batch.withoutSample() : batch.withoutNonconformingUnits();
    }

    /** An accepted lot of which nothing is left is no reject: it counts as accepted, and there is nothing to sell. */
    private void scrapUsedUpLot(Batch batch, Cause cause) {
        batch.transitionTo(Batch.State.SCRAPPED);
        batch.reason = "The lot is accepted, but its inspection has used up the whole lot.";
        batch.reasonData = BatchReason.usedUp();
        batch.persistAndFlush();
        outbox.append(new BatchScrapped(batch.id, batch.memberId, batch.product, batch.lot, batch.reason), cause);
    }

    /**
     * How a rejected batch is released for sale.
     *
     * @param reason for buyers, on the certificate
     */
    public record Release(ReleaseKind kind, String grade, String reason) {}

    /**
     * A rejected batch is released for sale; the series and then the batch are locked. Its rejection still counts for the
     * switching of its series and in the producer's yield, and units in which a defect was found are not sold.
     *
     * @return false if its producer is leaving and is cleared already
     */
    public boolean release(Batch batch, Release release, Instant now, Cause cause) {
        if (!clearance.reopen(batch.memberId)) {
            return false;
        }
        outbox.append(
                new LotReleased(
                        batch.id,
                        batch.memberId,
                        batch.product,
                        batch.lot,
                        release.kind(),
                        release.grade(),
                        release.reason(),
                        now),
                cause);
        certify(batch, release.grade(), release, now, cause);
        clearance.batchDecided(batch.memberId, true, cause);
        return true;
    }

    private void certify(Batch batch, String grade, @Nullable Release release, Instant now, Cause cause) {
        batch.transitionTo(Batch.State.CERTIFIED);
        batch.grade = grade;
        batch.reason = null;
        batch.reasonData = null;
        batch.certificateNumber = issueCertificate.issue(
                new IssueCertificate.AcceptedBatch(
                        batch.id,
                        batch.memberId,
                        batch.product,
                        batch.lot,
                        batch.originLot,
                        Objects.requireNonNull(batch.brandLot),
                        grade,
                        new Quantity(sellable(batch), batch.unit),
                        batch.bestBefore,
                        Objects.requireNonNull(batch.standardVersion),
                        release == null ? null : new CertifiedRelease(release.kind(), release.reason())),
                now,
                cause);
        batch.persistAndFlush();
    }

    private void reject(Batch batch, LotAcceptance.Rejected rejected, Cause cause) {
        batch.transitionTo(Batch.State.REJECTED);
        batch.reason = rejected.reason();
        batch.reasonData = BatchReason.rejected(rejected.classes());
        batch.persistAndFlush();
        outbox.append(
                new BatchRejected(
                        batch.id, batch.memberId, batch.product, batch.lot, rejected.reason(), rejected.classes()),
                cause);
    }

    private void scrap(Batch batch, InspectionSeries series, LotAcceptance.Rejected rejected, Cause cause) {
        String reason = rejected.reason();
        batch.transitionTo(Batch.State.SCRAPPED);
        batch.reason = reason;
        batch.reasonData = BatchReason.rejected(rejected.classes());
        batch.persistAndFlush();
        outbox.append(new BatchScrapped(batch.id, batch.memberId, batch.product, batch.lot, reason), cause);
        openSupportCase.open(
                series,
                SupportReason.REJECTED_TWICE,
                new OpenSupportCase.Shown(batch.id, batch.lot, rejected.classes()),
                "Lot " + batch.lot + " was rejected again: " + reason,
                cause);
    }
}
