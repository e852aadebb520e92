package coop.parasol.quality.inspection.rules;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.standard.rules.GradeRule;
import coop.parasol.quality.standard.rules.Specification;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the results of a sample unit by unit, of one auditor or of two who inspected independently. A unit is
 * defective, and a value outside limits, if either says so; of defects counted at a unit the larger number holds.
 *
 * <p>A plan counts what is found in the first units of the sample, as many as it asks for. A critical defect counts on
 * whatever unit that was looked at. Other defects beyond a plan's units are recorded, and the unit is not sold.
 */
public final class SampleEvaluation {

    private static final int MAX_UNITS_NAMED = 20;

    private final Specification standard;
    private final List<SamplingPlan> plans;
    private final List<Long> sample;
    private final Set<Long> drawn;

    /**
     * @param sample unit numbers in the order drawn; the sample of a class with a smaller plan is the first of them
     * @param drawn the units that were ever drawn for this inspection: the sample, and those of an earlier, larger plan
     */
    public SampleEvaluation(
            Specification standard, List<SamplingPlan> plans, List<Long> sample, Collection<Long> drawn) {
        this.standard = standard;
        this.plans = plans;
        this.sample = sample;
        this.drawn = new LinkedHashSet<>(sample);
        this.drawn.addAll(drawn);
    }

    /**
     * What was found.
     *
     * @param counts per defect class what its plan counts: defective units, or defects above AQL 10
     * @param defects units (or defects) by characteristic, among the units that its class counts
     * @param nonconformingUnits numbers of the units with a defect of any class, in ascending order
     */
    public record Evaluation(
            Map<DefectClass, Integer> counts,
            Map<String, Integer> defects,
            SortedSet<Long> nonconformingUnits,
            String grade) {}

    /** What is not possible in the results of one auditor, as far as they are entered; empty if everything is. */
    public Optional<InspectionError> impossible(List<UnitResult> results) {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < results.size(); i++) {
            UnitResult result = results.get(i);
            String field = "results[" + i + "]";
            if (!drawn.contains(result.unit())) {
                return error(field + ".unit", "unit-not-in-sample", "Unit " + result.unit() + " is not in the sample.");
            }
            if (!seen.add(result.unit())) {
                return error(field + ".unit", "duplicate", "Unit " + result.unit() + " is there twice.");
            }
            if (!result.measurements().keySet().stream().allMatch(this::isMeasured)) {
                return error(field + ".measurements", "unknown-variable", "The standard has no variable of this name.");
            }
            if (!result.defects().keySet().stream().allMatch(this::isCounted)) {
                return error(
                        field + ".defects",
                        "unknown-attribute",
                        "The standard has no attribute of this name; variables are judged by their values.");
            }
        }
        return Optional.empty();
    }

    /** What is missing for a decision: every unit of the sample, and every variable of the units in its class's sample. */
    public Optional<InspectionError> missing(List<UnitResult> results) {
        Map<Long, UnitResult> byUnit = byUnit(results);
        List<Long> missing =
                sample.stream().filter(unit -> !byUnit.containsKey(unit)).toList();
        if (!missing.isEmpty()) {
            return error("results", "unit-missing", "Of the sample these units are missing: " + listed(missing) + ".");
        }
        Optional<DefectClass> unanswered = plans.stream()
                .map(SamplingPlan::defectClass)
                .filter(defectClass -> standard.characteristics().stream()
                        .noneMatch(characteristic -> characteristic.defectClass() == defectClass))
                .findFirst();
        if (unanswered.isPresent()) {
            return error(
                    "results",
                    "defect-class-unanswered",
                    "The standard names no " + unanswered.get()
                            + " characteristic, so that results of units say nothing about this class: send counts.");
        }
        for (int position = 0; position < sample.size(); position++) {
            UnitResult result = Objects.requireNonNull(byUnit.get(sample.get(position)));
            for (Characteristic characteristic : standard.characteristics()) {
                if (position < sampleSize(characteristic.defectClass()) && isMissing(characteristic, result)) {
                    return error(
                            "results",
                            "value-missing",
                            "Unit " + result.unit() + " has no value of " + characteristic.name() + ".");
                }
            }
        }
        return Optional.empty();
    }

    /** @param byAuditor complete results of each auditor */
    public Evaluation evaluate(List<List<UnitResult>> byAuditor) {
        List<Map<Long, UnitResult>> all =
                byAuditor.stream().map(SampleEvaluation::byUnit).toList();
        Map<DefectClass, Integer> counts = new EnumMap<>(DefectClass.class);
        Map<String, Integer> defects = new TreeMap<>();
        for (SamplingPlan plan : plans) {
            counts.put(plan.defectClass(), 0);
            for (Long unit : unitsCounted(plan)) {
                Map<String, Integer> found = defectsOf(unit, plan.defectClass(), all);
                int number = found.values().stream().mapToInt(times -> times).sum();
                counts.merge(plan.defectClass(), plan.countsDefects() ? number : Math.min(1, number), Integer::sum);
                found.forEach((name, times) -> defects.merge(name, plan.countsDefects() ? times : 1, Integer::sum));
            }
        }
        SortedSet<Long> nonconforming = new TreeSet<>();
        for (Long unit : drawn) {
            if (standard.characteristics().stream()
                    .anyMatch(characteristic ->
                            all.stream().anyMatch(results -> defects(characteristic, results.get(unit)) > 0))) {
                nonconforming.add(unit);
            }
        }
        return new Evaluation(counts, defects, nonconforming, grade(counts, defects, all));
    }

    /** The first units of the sample; for critical defects every unit that was looked at. */
    private Collection<Long> unitsCounted(SamplingPlan plan) {
        return plan.defectClass() == DefectClass.CRITICAL ? drawn : sample.subList(0, plan.sampleSize());
    }

    /** The grade by counts alone, of a standard whose grade rules are about defect classes only. */
    public String gradeByCounts(Map<DefectClass, Integer> counts) {
        return grade(counts, Map.of(), List.of());
    }

    private Map<String, Integer> defectsOf(long unit, DefectClass defectClass, List<Map<Long, UnitResult>> all) {
        Map<String, Integer> found = new HashMap<>();
        for (Characteristic characteristic : standard.characteristics()) {
            if (characteristic.defectClass() == defectClass) {
                int times = all.stream()
                        .mapToInt(results -> defects(characteristic, results.get(unit)))
                        .max()
                        .orElse(0);
                if (times > 0) {
                    found.put(characteristic.name(), times);
                }
            }
        }
        return found;
    }

    private boolean isMeasured(String name) {
        return standard.characteristic(name)
                .filter(characteristic -> switch (characteristic.kind()) {
                    case VARIABLE -> true;
                    case ATTRIBUTE -> false;
                })
                .isPresent();
    }

    private boolean isCounted(String name) {
        return standard.characteristic(name)
                .filter(characteristic -> switch (characteristic.kind()) {
                    case VARIABLE -> false;
                    case ATTRIBUTE -> true;
                })
                .isPresent();
    }

    /** Whether a unit lacks what has to be entered of a characteristic; a defect that is not entered was not found. */
    private static boolean isMissing(Characteristic characteristic, UnitResult result) {
        return switch (characteristic.kind()) {
            case VARIABLE -> !result.measurements().containsKey(characteristic.name());
            case ATTRIBUTE -> false;
        };
    }

    /** How many defects of a characteristic a unit has. */
    private static int defects(Characteristic characteristic, @Nullable UnitResult result) {
        if (result == null) {
            return 0;
        }
        return switch (characteristic.kind()) {
            case VARIABLE -> {
                BigDecimal value = result.measurements().get(characteristic.name());
                yield value == null || isWithinLimits(characteristic, value) ? 0 : 1;
            }
            case ATTRIBUTE -> result.defects().getOrDefault(characteristic.name(), 0);
        };
    }

    private static boolean isWithinLimits(Characteristic characteristic, BigDecimal value) {
        BigDecimal lower = characteristic.lower();
        BigDecimal upper = characteristic.upper();
        return (lower == null || value.compareTo(lower) >= 0) && (upper == null || value.compareTo(upper) <= 0);
    }

    /** The best grade all of whose rules are kept; the last one has none. */
    private String grade(
            Map<DefectClass, Integer> counts, Map<String, Integer> defects, List<Map<Long, UnitResult>> all) {
        return standard.grades().stream()
                .filter(grade -> standard.gradeRules().stream()
                        .filter(rule -> rule.grade().equals(grade))
                        .allMatch(rule -> unitsAgainst(rule, counts, defects, all) <= rule.atMost()))
                .findFirst()
                .orElseGet(() -> standard.grades().getLast());
    }

    /** How many units or defects of the sample are against a grade rule. */
    private int unitsAgainst(
            GradeRule rule,
            Map<DefectClass, Integer> counts,
            Map<String, Integer> defects,
            List<Map<Long, UnitResult>> all) {
        String name = rule.characteristic();
        if (name == null) {
            return counts.getOrDefault(rule.defectClass(), 0);
        }
        Characteristic characteristic = standard.characteristic(name).orElseThrow();
        return switch (characteristic.kind()) {
            case VARIABLE -> unitsOutside(rule, name, all);
            case ATTRIBUTE -> defects.getOrDefault(name, 0);
        };
    }

    private int unitsOutside(GradeRule rule, String variable, List<Map<Long, UnitResult>> all) {
        DefectClass defectClass =
                standard.characteristic(variable).orElseThrow().defectClass();
        return (int) sample.stream()
                .limit(sampleSize(defectClass))
                .filter(unit -> all.stream().anyMatch(results -> {
                    UnitResult result = results.get(unit);
                    BigDecimal value =
                            result == null ? null : result.measurements().get(variable);
                    return value != null && !rule.includes(value);
                }))
                .count();
    }

    private int sampleSize(DefectClass defectClass) {
        return plans.stream()
                .filter(plan -> plan.defectClass() == defectClass)
                .mapToInt(SamplingPlan::sampleSize)
                .max()
                .orElse(0);
    }

    private static Map<Long, UnitResult> byUnit(List<UnitResult> results) {
        Map<Long, UnitResult> byUnit = new HashMap<>();
        results.forEach(result -> byUnit.put(result.unit(), result));
        return byUnit;
    }

    private static String listed(List<Long> units) {
        String shown =
                units.stream().limit(MAX_UNITS_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return units.size() > MAX_UNITS_NAMED ? shown + " and " + (units.size() - MAX_UNITS_NAMED) + " more" : shown;
    }

    private static Optional<InspectionError> error(String field, String code, String detail) {
        return Optional.of(new InspectionError(field, code, detail));
    }
}
