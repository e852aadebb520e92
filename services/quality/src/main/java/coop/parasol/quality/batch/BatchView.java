package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.recall.Withdrawals.Withdrawal;
import coop.parasol.quality.sampling.rules.SampleDraw;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it is shown to producers, auditors and the quality desk.
 *
 * @param memberName of the producer; absent until membership has told it, and once it was erased
 * @param sampleDueAt until then its producer may correct or withdraw it, and no sample is drawn; absent where there is no such time
 * @param inspectionNumber 1 until it is rejected, 2 for the re-inspection after a rework
 * @param reworkDescription what the producer has done to it after its rejection
 * @param plans absent while it waits for a standard
 * @param state today: a certified batch is SUSPENDED, RECALLED or EXPIRED as its certificate is
 * @param sortedFrom the rejected batch of which it is the good part, after sorting
 * @param brandLot the lot under which the firm sells it (GS1 application identifier 10); absent before the sample is drawn
 * @param seedDigest SHA-256 of the seed, in hexadecimal, published when the sample is drawn
 * @param seed by which the units were drawn, in hexadecimal; absent in lists, and for the producer before the decision
 * @param sampleUnits unit numbers in the order they were drawn, absent where the seed is; the sample of a defect class with a
 *     smaller plan is the first of them
 * @param destroyedUnits units that an earlier, destructive inspection has used up, if any; they are not drawn again
 * @param nonconformingUnits units in which the inspection has found a defect, and which are not sold
 * @param awaitsDesk all required inspections are submitted, but the quality desk has to see the draft of another auditor
 * @param suspendedBy the decision of the quality desk by which it is not inspected for now
 * @param reason of its rejection or scrapping, in English or as a person has written it
 * @param why the same for readers of every language; absent where a person has written it
 * @param withdrawal why and since when its certificate does not hold, if it is suspended or recalled
 */
public record BatchView(
        UUID batchId,
        UUID memberId,
        @Nullable String memberName,
        String product,
        String lot,
        @Nullable UUID sortedFrom,
        @Nullable String brandLot,
        Quantity quantity,
        @Nullable LocalDate bestBefore,
        Batch.State state,
        Instant reportedAt,
        @Nullable Instant sampleDueAt,
        int inspectionNumber,
        @Nullable String reworkDescription,
        @Nullable Integer standardVersion,
        @Nullable List<Plan> plans,
        @Nullable Integer sampleSize,
        @Nullable String seedDigest,
        @Nullable String seed,
        @Nullable List<Long> sampleUnits,
        @Nullable Integer destroyedUnits,
        @Nullable List<Long> nonconformingUnits,
        boolean awaitsDesk,
        @Nullable UUID suspendedBy,
        @Nullable Inspection inspection,
        @Nullable String grade,
        @Nullable String certificateNumber,
        @Nullable String reason,
        @Nullable BatchReason why,
        @Nullable Withdrawal withdrawal) {

    /** The sampling plan of one defect class. */
    public record Plan(
            DefectClass defectClass,
            BigDecimal aql,
            Severity severity,
            char letter,
            int sampleSize,
            int acceptance,
            int rejection) {
        static Plan of(SamplingPlan plan) {
            return new Plan(
                    plan.defectClass(),
                    plan.aql(),
                    plan.severity(),
                    plan.letter(),
                    plan.sampleSize(),
                    plan.acceptance(),
                    plan.rejection());
        }
    }

    /** Who completed the inspection, when, and per defect class what its plan counts. */
    public record Inspection(
            UUID inspectedBy,
            Instant inspectedAt,
            Map<DefectClass, Integer> defectives,
            @Nullable String remarks) {}

    /** What is shown beside what a batch itself is. */
    record Surroundings(
            LocalDate today,
            @Nullable String memberName,
            @Nullable Withdrawal withdrawal) {}

    static BatchView of(Batch batch, Surroundings surroundings) {
        List<Long> units = batch.seed == null || batch.sampleSize == null ? null : batch.sampleUnits();
        return show(batch, units, batch.seed, surroundings);
    }

    static BatchView withoutSeed(Batch batch, Surroundings surroundings) {
        return show(batch, null, null, surroundings);
    }

    private static BatchView show(
            Batch batch, @Nullable List<Long> units, @Nullable String seed, Surroundings surroundings) {
        return new BatchView(
                batch.id,
                batch.memberId,
                surroundings.memberName(),
                batch.product,
                batch.lot,
                batch.sortedFrom,
                batch.brandLot,
                batch.reported(),
                batch.bestBefore,
                batch.stateOn(surroundings.today()),
                batch.reportedAt,
                batch.sampleDueAt,
                batch.inspectionNumber,
                batch.reworkDescription,
                batch.standardVersion,
                batch.plans == null
                        ? null
                        : batch.plans.plans().stream().map(Plan::of).toList(),
                batch.sampleSize,
                batch.seed == null ? null : SampleDraw.digest(batch.seed),
                seed,
                units,
                batch.destroyedUnits == 0 ? null : batch.destroyedUnits,
                batch.nonconformingUnits == null ? null : batch.nonconformingUnits.units(),
                batch.awaitsDesk,
                batch.suspendedBy,
                inspection(batch),
                batch.grade,
                batch.certificateNumber,
                batch.reason,
                batch.reasonData,
                surroundings.withdrawal());
    }

    private static @Nullable Inspection inspection(Batch batch) {
        if (batch.inspectedBy == null || batch.inspectedAt == null || batch.defectives == null) {
            return null;
        }
        return new Inspection(batch.inspectedBy, batch.inspectedAt, batch.defectives.counts(), batch.remarks);
    }
}
