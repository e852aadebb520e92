package coop.parasol.quality.sampling.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether a lot is accepted (MIL-STD-105E): the plans decide, not the auditor. A lot is rejected if the count of one
 * defect class reaches the rejection number of its plan.
 */
public final class LotAcceptance {

    private LotAcceptance() {}

    /** Whether the lot is accepted by the plans of all its defect classes. */
    public sealed interface Outcome permits Accepted, Rejected {}

    /** The lot meets its standard. */
    public record Accepted() implements Outcome {}

    /** @param classes those that reach their rejection number */
    public record Rejected(List<RejectedClass> classes) implements Outcome {

        public Rejected {
            classes = List.copyOf(classes);
        }

        /** The classes with their numbers, in English. */
        public String reason() {
            return classes.stream()
                    .map(one -> "%s: %d %s in %d units, at most %d accepted"
                            .formatted(
                                    one.defectClass(),
                                    one.found(),
                                    one.countsDefects() ? "defects" : "defective",
                                    one.sampleSize(),
                                    one.accepted()))
                    .collect(Collectors.joining("; "));
        }
    }

    /** What the plan of one defect class alone says. */
    public enum ClassOutcome {
        ACCEPTED,
        /** between the acceptance and the rejection number of reduced inspection: accepted, and normal inspection comes back */
        ACCEPTED_IN_GAP,
        REJECTED
    }

    /**
     * @param counts per defect class the units with a defect of it among the first units of the sample; above AQL 10 the
     *     defects in them
     */
    public static Outcome decide(List<SamplingPlan> plans, Map<DefectClass, Integer> counts) {
        List<RejectedClass> failed = plans.stream()
                .filter(plan -> decide(plan, counts) == ClassOutcome.REJECTED)
                .map(plan -> new RejectedClass(
                        plan.defectClass(),
                        count(plan, counts),
                        plan.sampleSize(),
                        plan.rejection() - 1,
                        plan.countsDefects()))
                .toList();
        return failed.isEmpty() ? new Accepted() : new Rejected(failed);
    }

    /** The same by the plan of one defect class. */
    public static ClassOutcome decide(SamplingPlan plan, Map<DefectClass, Integer> counts) {
        int count = count(plan, counts);
        if (count >= plan.rejection()) {
            return ClassOutcome.REJECTED;
        }
        return count > plan.acceptance() ? ClassOutcome.ACCEPTED_IN_GAP : ClassOutcome.ACCEPTED;
    }

    private static int count(SamplingPlan plan, Map<DefectClass, Integer> counts) {
        return counts.getOrDefault(plan.defectClass(), 0);
    }
}
