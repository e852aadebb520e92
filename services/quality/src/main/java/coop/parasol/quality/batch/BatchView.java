package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.recall.Withdrawals.Withdrawal;
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
 * @param inspectionNumber 1 until it is rejected, 2 for the re-inspection after a rework
 * @param reworkDescription what the producer has done to it after its rejection
 * @param plans absent while it waits for a standard
 * @param state today: a certified batch is SUSPENDED, RECALLED or EXPIRED as its certificate is
 * @param sampleUnits unit numbers in the order they were drawn, absent in lists; the sample of a defect class with a
 *     smaller plan is the first of them
 * @param destroyedUnits units that an earlier, destructive inspection has used up, if any; they are not drawn again
 * @param reason of its rejection or scrapping
 * @param withdrawal why and since when its certificate does not hold, if it is suspended or recalled
 */
public record BatchView(
        UUID batchId,
        UUID memberId,
        String product,
        String lot,
        Quantity quantity,
        @Nullable LocalDate bestBefore,
        Batch.State state,
        Instant reportedAt,
        int inspectionNumber,
        @Nullable String reworkDescription,
        @Nullable Integer standardVersion,
        @Nullable List<Plan> plans,
        @Nullable Integer sampleSize,
        @Nullable String seed,
        @Nullable List<Long> sampleUnits,
        @Nullable Integer destroyedUnits,
        @Nullable Inspection inspection,
        @Nullable String grade,
        @Nullable String certificateNumber,
        @Nullable String reason,
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

    static BatchView of(Batch batch, LocalDate today, @Nullable Withdrawal withdrawal) {
        List<Long> units = batch.seed == null || batch.sampleSize == null ? null : batch.sampleUnits();
        return show(batch, units, today, withdrawal);
    }

    static BatchView withoutUnits(Batch batch, LocalDate today, @Nullable Withdrawal withdrawal) {
        return show(batch, null, today, withdrawal);
    }

    private static BatchView show(
            Batch batch, @Nullable List<Long> units, LocalDate today, @Nullable Withdrawal withdrawal) {
        return new BatchView(
                batch.id,
                batch.memberId,
                batch.product,
                batch.lot,
                batch.reported(),
                batch.bestBefore,
                batch.stateOn(today),
                batch.reportedAt,
                batch.inspectionNumber,
                batch.reworkDescription,
                batch.standardVersion,
                batch.plans == null
                        ? null
                        : batch.plans.plans().stream().map(Plan::of).toList(),
                batch.sampleSize,
                batch.seed == null ? null : batch.seed.toString(),
                units,
                batch.destroyedUnits == 0 ? null : batch.destroyedUnits,
                inspection(batch),
                batch.grade,
                batch.certificateNumber,
                batch.reason,
                withdrawal);
    }

    private static @Nullable Inspection inspection(Batch batch) {
        if (batch.inspectedBy == null || batch.inspectedAt == null || batch.defectives == null) {
            return null;
        }
        return new Inspection(batch.inspectedBy, batch.inspectedAt, batch.defectives.counts(), batch.remarks);
    }
}
