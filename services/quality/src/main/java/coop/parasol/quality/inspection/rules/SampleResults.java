package coop.parasol.quality.inspection.rules;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.standard.rules.Definition;
import coop.parasol.quality.standard.rules.GradeRule;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results unit by unit, of one auditor or of two who looked independently. A unit is defective, and a value outside limits,
 * if either says so; of defects counted at a unit the larger number holds.
 */
public final class SampleResults {

    private final Definition standard;
    private final List<SamplingPlan> plans;
    private final List<Long> sample;

    /** @param sample unit numbers in the order drawn; a class with a smaller plan looks at the first of them */
    public SampleResults(Definition standard, List<SamplingPlan> plans, List<Long> sample) {
        this.standard = standard;
        this.plans = plans;
        this.sample = sample;
    }

    /** What keeps results from being counted. */
    public record Flaw(String field, String code, String detail) {}

    /**
     * @param counts per class what its plan counts: defective units, or defects above AQL 10
     * @param defects units (or defects) per characteristic, among the units that its class looks at
     */
    public record Counted(Map<DefectClass, Integer> counts, Map<String, Integer> defects, String grade) {}

    /** What is wrong with the results of one auditor, as far as they are there. */
    public Optional<Flaw> flaw(List<UnitResult> results) {
        Set<Long> drawn = new HashSet<>(sample);
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < results.size(); i++) {
            UnitResult result = results.get(i);
            String field = "results[" + i + "]";
            if (!drawn.contains(result.unit())) {
                return flaw(field + ".unit", "not-drawn", "Unit " + result.unit() + " is not in the sample.");
            }
            if (!seen.add(result.unit())) {
                return flaw(field + ".unit", "twice", "Unit " + result.unit() + " is there twice.");
            }
            for (String name : result.measurements().keySet()) {
                if (!is(name, CharacteristicKind.VARIABLE)) {
                    return flaw(field + ".measurements", "no-variable", "The standard measures no such thing.");
                }
            }
            for (String name : result.defects().keySet()) {
                if (!is(name, CharacteristicKind.ATTRIBUTE)) {
                    return flaw(
                            field + ".defects",
                            "no-attribute",
                            "The standard has no such attribute; variables are judged by their values.");
                }
            }
        }
        return Optional.empty();
    }

    /** What is missing for a decision: every unit of the sample, and every variable of the units its class looks at. */
    public Optional<Flaw> missing(List<UnitResult> results) {
        Map<Long, UnitResult> byUnit = byUnit(results);
        for (int place = 0; place < sample.size(); place++) {
            UnitResult result = byUnit.get(sample.get(place));
            if (result == null) {
                return flaw("results", "unit-missing", "Unit " + sample.get(place) + " of the sample is missing.");
            }
            for (Characteristic characteristic : standard.characteristics()) {
                if (characteristic.kind() == CharacteristicKind.VARIABLE
                        && place < looksAt(characteristic.defectClass())
                        && !result.measurements().containsKey(characteristic.name())) {
                    return flaw(
                            "results",
                            "value-missing",
                            "Unit " + result.unit() + " has no value of " + characteristic.name() + ".");
                }
            }
        }
        return Optional.empty();
    }

    /** @param byAuditor complete results of each auditor */
    public Counted count(List<List<UnitResult>> byAuditor) {
        List<Map<Long, UnitResult>> all =
                byAuditor.stream().map(SampleResults::byUnit).toList();
        Map<DefectClass, Integer> counts = new EnumMap<>(DefectClass.class);
        Map<String, Integer> defects = new TreeMap<>();
        for (SamplingPlan plan : plans) {
            counts.put(plan.defectClass(), 0);
            for (Long unit : sample.subList(0, plan.sampleSize())) {
                Map<String, Integer> found = defectsOf(unit, plan.defectClass(), all);
                int number = found.values().stream().mapToInt(x -> x).sum();
                counts.merge(plan.defectClass(), plan.countsDefects() ? number : Math.min(1, number), Integer::sum);
                found.forEach((name, times) -> defects.merge(name, plan.countsDefects() ? times : 1, Integer::sum));
            }
        }
        return new Counted(counts, defects, grade(counts, defects, all));
    }

    /** Of a standard whose grade rules count defects of classes only. */
    public String gradeByCounts(Map<DefectClass, Integer> counts) {
        return grade(counts, Map.of(), List.of());
    }

    private Map<String, Integer> defectsOf(long unit, DefectClass defectClass, List<Map<Long, UnitResult>> all) {
        Map<String, Integer> found = new HashMap<>();
        for (Characteristic characteristic : standard.characteristics()) {
            if (characteristic.defectClass() == defectClass) {
                int times = all.stream()
                        .mapToInt(results -> times(characteristic, results.get(unit)))
                        .max()
                        .orElse(0);
                if (times > 0) {
                    found.put(characteristic.name(), times);
                }
            }
        }
        return found;
    }

    private static int times(Characteristic characteristic, @Nullable UnitResult result) {
        if (result == null) {
            return 0;
        }
        if (characteristic.kind() == CharacteristicKind.ATTRIBUTE) {
            return result.defects().getOrDefault(characteristic.name(), 0);
        }
        BigDecimal value = result.measurements().get(characteristic.name());
        return value == null || withinLimits(characteristic, value) ? 0 : 1;
    }

    private static boolean withinLimits(Characteristic characteristic, BigDecimal value) {
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
                        .allMatch(rule -> against(rule, counts, defects, all) <= rule.allowed()))
                .findFirst()
                .orElseGet(() -> standard.grades().getLast());
    }

    private int against(
            GradeRule rule,
            Map<DefectClass, Integer> counts,
            Map<String, Integer> defects,
            List<Map<Long, UnitResult>> all) {
        String characteristic = rule.characteristic();
        if (characteristic == null) {
            return counts.getOrDefault(rule.defectClass(), 0);
        }
        if (is(characteristic, CharacteristicKind.ATTRIBUTE)) {
            return defects.getOrDefault(characteristic, 0);
        }
        return (int) sample.stream()
                .filter(unit -> all.stream().anyMatch(results -> {
                    UnitResult result = results.get(unit);
                    BigDecimal value =
                            result == null ? null : result.measurements().get(characteristic);
                    return value != null && !rule.holds(value);
                }))
                .count();
    }

    private int looksAt(DefectClass defectClass) {
        return plans.stream()
                .filter(plan -> plan.defectClass() == defectClass)
                .mapToInt(SamplingPlan::sampleSize)
                .max()
                .orElse(0);
    }

    private boolean is(String name, CharacteristicKind kind) {
        return standard.characteristic(name)
                .filter(characteristic -> characteristic.kind() == kind)
                .isPresent();
    }

    private static Map<Long, UnitResult> byUnit(List<UnitResult> results) {
        Map<Long, UnitResult> byUnit = new HashMap<>();
        results.forEach(result -> byUnit.put(result.unit(), result));
        return byUnit;
    }

    private static Optional<Flaw> flaw(String field, String code, String detail) {
        return Optional.of(new Flaw(field, code, detail));
    }
}
