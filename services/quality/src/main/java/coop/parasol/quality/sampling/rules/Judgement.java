package coop.parasol.quality.sampling.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.util.List;
import java.util.Map;

/** The plan decides, not the auditor: a lot is rejected if one class reaches the rejection number of its plan. */
public final class Judgement {

    private Judgement() {}

    /** What becomes of the batch. */
    public sealed interface Outcome permits Accepted, Rejected {}

    /** The batch meets its standard. */
    public record Accepted() implements Outcome {}

    /** @param reason the classes that have too many, with the numbers */
    public record Rejected(String reason) implements Outcome {}

    /** What one class alone would say. */
    public enum ClassOutcome {
        ACCEPTED,
        /** between the acceptance and the rejection number of reduced inspection */
        ACCEPTED_BUT_BACK_TO_NORMAL,
        REJECTED
    }

    /** @param found units with a defect of the class among the first units of the sample; above AQL 10 the defects in them */
    public static Outcome decide(List<SamplingPlan> plans, Map<DefectClass, Integer> found) {
        List<String> failed = plans.stream()
                .filter(plan -> decide(plan, found) == ClassOutcome.REJECTED)
                .map(plan -> "%s: %d %s in %d units, at most %d accepted"
                        .formatted(
                                plan.defectClass(),
                                found(plan, found),
                                plan.countsDefects() ? "defects" : "defective",
                                plan.sampleSize(),
                                plan.rejection() - 1))
                .toList();
        return failed.isEmpty() ? new Accepted() : new Rejected(String.join("; ", failed));
    }

    public static ClassOutcome decide(SamplingPlan plan, Map<DefectClass, Integer> found) {
        int count = found(plan, found);
        if (count >= plan.rejection()) {
            return ClassOutcome.REJECTED;
        }
        return count > plan.acceptance() ? ClassOutcome.ACCEPTED_BUT_BACK_TO_NORMAL : ClassOutcome.ACCEPTED;
    }

    private static int found(SamplingPlan plan, Map<DefectClass, Integer> found) {
        return found.getOrDefault(plan.defectClass(), 0);
    }
}
