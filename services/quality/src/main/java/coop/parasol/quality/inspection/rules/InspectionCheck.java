package coop.parasol.quality.inspection.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.standard.rules.GradeRule;
import coop.parasol.quality.standard.rules.Specification;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an inspection of a sample must hold: all units, in counts or unit by unit, and a grade where the standard has no
 * rules for it. A draft must be possible; a submission must be complete besides.
 */
public final class InspectionCheck {

    private static final int MAX_DEFECTS_PER_UNIT = 1000;

    private final Specification standard;
    private final List<SamplingPlan> plans;
    private final int sampleSize;
    private final SampleEvaluation sample;

    /**
     * @param sampleUnits unit numbers in the order they were drawn
     * @param sampleSize of the largest plan, which is the number of these units unless the lot has become smaller
     */
    public InspectionCheck(Specification standard, List<SamplingPlan> plans, List<Long> sampleUnits, int sampleSize) {
        this.standard = standard;
        this.plans = plans;
        this.sampleSize = sampleSize;
        this.sample = new SampleEvaluation(standard, plans, sampleUnits);
    }

    /**
     * What was found in the whole sample.
     *
     * @param counts per defect class what its plan counts
     * @param defects by characteristic, or by defect class where only counts were entered, how many were found
     */
    public record Findings(Map<DefectClass, Integer> counts, Map<String, Integer> defects, String grade) {}

    /** What is not possible in a draft; empty if everything is. */
    public Optional<InspectionError> impossible(InspectionContent content) {
        if (content.results() != null && content.defectives() != null) {
            return error(
                    "defectives", "results-and-counts", "Send results unit by unit or counts of the sample, not both.");
        }
        Optional<InspectionError> ofFindings = content.results() != null
                ? sample.impossible(content.results())
                : content.defectives() != null ? impossibleCount(content.defectives()) : Optional.empty();
        return ofFindings.or(() -> impossibleGrade(content));
    }

    /** What is not possible in a submission or missing from it; empty if the plans can decide. */
    public Optional<InspectionError> incomplete(InspectionContent content) {
        boolean counted = content.results() == null;
        if (content.inspected() == null ? counted : content.inspected() != sampleSize) {
            return error(
                    "inspected", "sample-size-mismatch", "The sample is " + sampleSize + " units; inspect all of them.");
        }
        return impossible(content).or(() -> missingFindings(content)).or(() -> missingGrade(content));
    }

    /** @param all complete inspections, of each auditor that the standard asks for */
    public Findings findings(List<InspectionContent> all) {
        if (all.getLast().results() == null) {
            Map<DefectClass, Integer> counts = new EnumMap<>(DefectClass.class);
            counts.putAll(Objects.requireNonNull(all.getLast().defectives()));
            Map<String, Integer> defects = new TreeMap<>();
            counts.forEach((defectClass, count) -> {
                if (count > 0) {
                    defects.put(defectClass.name(), count);
                }
            });
            String grade = standard.gradeRules().isEmpty() ? gradeOfAuditors(all) : sample.gradeByCounts(counts);
            return new Findings(counts, defects, grade);
        }
        SampleEvaluation.Evaluation evaluation = sample.evaluate(
                all.stream().map(each -> Objects.requireNonNull(each.results())).toList());
        String grade = standard.gradeRules().isEmpty() ? gradeOfAuditors(all) : evaluation.grade();
        return new Findings(evaluation.counts(), evaluation.defects(), grade);
    }

    private Optional<InspectionError> missingFindings(InspectionContent content) {
        if (content.results() != null) {
            return sample.missing(content.results());
        }
        if (standard.auditors() > 1 || hasRulesOfCharacteristics()) {
            return error(
                    "results",
                    "unit-results-required",
                    "By this standard batches are judged unit by unit: send results, not counts.");
        }
        return content.defectives() == null
                ? error("defectives", "findings-missing", "Send what was found, as results or as counts.")
                : Optional.empty();
    }

    private Optional<InspectionError> missingGrade(InspectionContent content) {
        return content.grade() == null
                        && standard.gradeRules().isEmpty()
                        && standard.grades().size() > 1
                ? error("grade", "grade-missing", "The standard leaves grading to the auditor: send a grade.")
                : Optional.empty();
    }

    private Optional<InspectionError> impossibleGrade(InspectionContent content) {
        if (content.grade() == null) {
            return Optional.empty();
        }
        if (!standard.gradeRules().isEmpty()) {
            return error("grade", "grade-not-allowed", "The standard's rules give the grade; leave it out.");
        }
        return standard.grades().contains(content.grade())
                ? Optional.empty()
                : error(
                        "grade",
                        "unknown-grade",
                        "The standard has the grades " + String.join(", ", standard.grades()) + ".");
    }

    private Optional<InspectionError> impossibleCount(Map<DefectClass, Integer> counts) {
        Map<DefectClass, Integer> others = new EnumMap<>(DefectClass.class);
        others.putAll(counts);
        for (SamplingPlan plan : plans) {
            Integer count = others.remove(plan.defectClass());
            int max = plan.countsDefects() ? plan.sampleSize() * MAX_DEFECTS_PER_UNIT : plan.sampleSize();
            if (count != null && (count < 0 || count > max)) {
                return error(
                        "defectives." + plan.defectClass(),
                        "count-out-of-range",
                        "Between 0 and " + max + " can be found in the sample of this defect class.");
            }
        }
        return others.isEmpty()
                ? Optional.empty()
                : error("defectives", "unknown-defect-class", "The standard has no AQL for " + others.keySet() + ".");
    }

    private boolean hasRulesOfCharacteristics() {
        return standard.gradeRules().stream().map(GradeRule::characteristic).anyMatch(Objects::nonNull);
    }

    /** The worse of the auditors' grades; where the standard has only one grade none needs to be sent. */
    private String gradeOfAuditors(List<InspectionContent> all) {
        int worst = all.stream()
                .mapToInt(each -> each.grade() == null ? 0 : standard.grades().indexOf(each.grade()))
                .max()
                .orElseThrow();
        return standard.grades().get(worst);
    }

    private static Optional<InspectionError> error(String field, String code, String detail) {
        return Optional.of(new InspectionError(field, code, detail));
    }
}
