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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    private final int largestSampleSize;

    /**
     * @param sampleUnits unit numbers in the order they were drawn
     * @param drawnUnits these and those of an earlier, larger plan of the same inspection
     * @param sampleSize of the largest plan in force, which is the number of these units unless the lot has become smaller
     */
    public InspectionCheck(
            Specification standard,
            List<SamplingPlan> plans,
            List<Long> sampleUnits,
            List<Long> drawnUnits,
            int sampleSize) {
        this.standard = standard;
        this.plans = plans;
        this.sampleSize = sampleSize;
        this.largestSampleSize = Math.max(sampleSize, drawnUnits.size());
        this.sample = new SampleEvaluation(standard, plans, sampleUnits, drawnUnits);
    }

    /**
     * What was found in the whole sample.
     *
     * @param counts per defect class what its plan counts
     * @param defects by characteristic, or by defect class where only counts were entered, how many were found
     * @param nonconformingUnits numbers of the units with any defect; none where only counts were entered
     */
    public record Findings(
            Map<DefectClass, Integer> counts,
            Map<String, Integer> defects,
            SortedSet<Long> nonconformingUnits,
            String grade) {}

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
        if (counted && (content.inspected() == null || content.inspected() != sampleSize)) {
            return error(
                    "inspected",
                    "sample-size-mismatch",
                    "The sample is " + sampleSize + " units" + change(content)
                            + "; inspect all of them and count what is found in them.");
        }
        return impossible(content).or(() -> missingFindings(content)).or(() -> missingGrade(content));
    }

    /** What has changed since an inspection of another number of units was begun. */
    private String change(InspectionContent content) {
        return content.inspected() != null && content.inspected() == largestSampleSize
                ? " since the plan was changed from " + largestSampleSize + " units"
                : "";
    }

    /**
     * @param all complete inspections of each auditor that the standard asks for, and drafts that the quality desk has
     *     decided not to wait for: of counts the largest of each class holds
     */
    public Findings findings(List<InspectionContent> all) {
        List<List<UnitResult>> results = all.stream()
                .map(InspectionContent::results)
                .filter(Objects::nonNull)
                .toList();
        Map<DefectClass, Integer> counts = new EnumMap<>(DefectClass.class);
        all.stream()
                .map(InspectionContent::defectives)
                .filter(Objects::nonNull)
                .forEach(each -> each.forEach((defectClass, count) -> counts.merge(defectClass, count, Math::max)));
        Map<String, Integer> defects = new TreeMap<>();
        counts.forEach((defectClass, count) -> {
            if (count > 0) {
                defects.put(defectClass.name(), count);
            }
        });
        SortedSet<Long> nonconforming = new TreeSet<>();
        String byRules = sample.gradeByCounts(counts);
        if (!results.isEmpty()) {
            SampleEvaluation.Evaluation evaluation = sample.evaluate(results);
            evaluation.counts().forEach((defectClass, count) -> counts.merge(defectClass, count, Math::max));
            defects.putAll(evaluation.defects());
            nonconforming.addAll(evaluation.nonconformingUnits());
            byRules = evaluation.grade();
        }
        return new Findings(
                counts, defects, nonconforming, standard.gradeRules().isEmpty() ? gradeOfAuditors(all) : byRules);
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
        Map<DefectClass, Integer> counts = content.defectives();
        if (counts == null) {
            return error("defectives", "findings-missing", "Send what was found, as results or as counts.");
        }
        return plans.stream()
                .map(SamplingPlan::defectClass)
                .filter(defectClass -> !counts.containsKey(defectClass))
                .findFirst()
                .flatMap(defectClass -> error(
                        "defectives." + defectClass,
                        "defect-class-unanswered",
                        "Say how many " + defectClass + " were found, also if it is none."));
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
            int units = plan.defectClass() == DefectClass.CRITICAL ? largestSampleSize : plan.sampleSize();
            int max = plan.countsDefects() ? units * MAX_DEFECTS_PER_UNIT : units;
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
