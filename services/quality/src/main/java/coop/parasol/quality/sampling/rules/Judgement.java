package coop.parasol.quality.sampling.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.util.List;
import java.util.Map;

/** The plan decides, not the auditor: accepted if no class has more defective units than its plan allows. */
public final class Judgement {

    private Judgement() {}

    /** What becomes of the batch. */
    public sealed interface Outcome permits Accepted, Rejected {}

    /** The batch meets its standard. */
    public record Accepted() implements Outcome {}

    /** @param reason the classes that have too many, with the numbers */
    public record Rejected(String reason) implements Outcome {}

    /** @param defectives units with a defect of the class, among the first units of the sample that the class looks at */
    public static Outcome decide(List<SamplingPlan> plans, Map<DefectClass, Integer> defectives) {
        List<String> failed = plans.stream()
                .filter(plan -> found(plan, defectives) > plan.acceptance())
                .map(plan -> "%s: %d defective in %d units, at most %d accepted"
                        .formatted(plan.defectClass(), found(plan, defectives), plan.sampleSize(), plan.acceptance()))
                .toList();
        return failed.isEmpty() ? new Accepted() : new Rejected(String.join("; ", failed));
    }

    private static int found(SamplingPlan plan, Map<DefectClass, Integer> defectives) {
        return defectives.getOrDefault(plan.defectClass(), 0);
    }
}
