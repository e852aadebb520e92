package coop.parasol.portal.inspection;

import coop.parasol.contracts.RejectedClass;
import coop.parasol.portal.inspection.InspectionClient.Batch;
import coop.parasol.portal.inspection.InspectionClient.Characteristic;
import coop.parasol.portal.inspection.InspectionClient.Plan;
import coop.parasol.portal.inspection.InspectionClient.Standard;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sample of a batch, unit by unit, with what an auditor has found so far. It counts for the auditor; the service judges.
 *
 * @param results by the unit's number
 */
record SampleSheet(Batch batch, Standard standard, Map<Long, UnitResult> results) {

    private static final String CRITICAL = "CRITICAL";

    /** How far a unit is: nobody looked at it, a value of it is missing, it is good, or something was found. */
    enum Progress {
        UNTOUCHED,
        INCOMPLETE,
        GOOD,
        NONCONFORMING
    }

    /** What was found of one characteristic: how many units were looked at, and how many of them fail it. */
    record Count(Characteristic characteristic, long units, long failing) {}

    static SampleSheet of(Batch batch, Standard standard, @Nullable List<UnitResult> results) {
        Map<Long, UnitResult> byUnit = new TreeMap<>();
        if (results != null) {
            results.forEach(result -> byUnit.put(result.unit(), result));
        }
        return new SampleSheet(batch, standard, byUnit);
    }

    /** The numbers of the units to take out, in ascending order, in which they are found most easily. */
    public List<Long> units() {
        return drawn().stream().sorted().toList();
    }

    private List<Long> drawn() {
        return batch.sampleUnits() == null ? List.of() : batch.sampleUnits();
    }

    private List<Plan> plans() {
        return batch.plans() == null ? List.of() : batch.plans();
    }

    public Optional<Plan> plan(String defectClass) {
        return plans().stream()
                .filter(plan -> plan.defectClass().equals(defectClass))
                .findFirst();
    }

    /** Whether the units of this standard can be recorded one by one: each class of the plans has a characteristic. */
    public boolean isByUnit() {
        return plans().stream()
                .allMatch(plan -> standard.characteristics().stream()
                        .anyMatch(each -> each.defectClass().equals(plan.defectClass())));
    }

    /** Whether the auditor may send counts only. */
    public boolean mayCount() {
        return standard.gradeRules().isEmpty() || !isByUnit();
    }

    /** What is looked at in this unit: the sample of a class with a smaller plan is the first units that were drawn. */
    List<Characteristic> characteristics(long unit) {
        int position = drawn().indexOf(unit);
        return standard.characteristics().stream()
                .filter(each -> plan(each.defectClass())
                        .filter(plan -> position < plan.sampleSize()
                                || each.defectClass().equals(CRITICAL))
                        .isPresent())
                .toList();
    }

    /** Whether every defect of this class counts, instead of every unit that has one. */
    public boolean countsDefects(String defectClass) {
        return plan(defectClass)
                .filter(plan -> RejectedClass.countsDefects(plan.aql()))
                .isPresent();
    }

    public Progress progress(long unit) {
        UnitResult result = results.get(unit);
        if (result == null) {
            return Progress.UNTOUCHED;
        }
        if (missing(unit, result)) {
            return Progress.INCOMPLETE;
        }
        return isNonconforming(result) ? Progress.NONCONFORMING : Progress.GOOD;
    }

    /** Whether a characteristic has to be measured at a unit, before its inspection is complete. */
    boolean isRequired(long unit, Characteristic characteristic) {
        int position = drawn().indexOf(unit);
        return characteristic.isMeasured()
                && plan(characteristic.defectClass())
                        .filter(plan -> position < plan.sampleSize())
                        .isPresent();
    }

    private boolean missing(long unit, UnitResult result) {
        return characteristics(unit).stream()
                .filter(each -> isRequired(unit, each))
                .anyMatch(each -> !result.measurements().containsKey(each.name()));
    }

    private boolean isNonconforming(UnitResult result) {
        return standard.characteristics().stream().anyMatch(each -> fails(each, result));
    }

    private static boolean fails(Characteristic characteristic, UnitResult result) {
        return characteristic.isMeasured()
                ? isOutside(characteristic, result.measurements().get(characteristic.name()))
                : result.defects().getOrDefault(characteristic.name(), 0) > 0;
    }

    /** Whether a measured value is beyond a limit of the standard. */
    static boolean isOutside(Characteristic characteristic, @Nullable BigDecimal value) {
        return value != null
                && ((characteristic.lower() != null && value.compareTo(characteristic.lower()) < 0)
                        || (characteristic.upper() != null && value.compareTo(characteristic.upper()) > 0));
    }

    /** How many units are in each state of progress. */
    public Map<Progress, Long> progress() {
        Map<Progress, Long> counts = new LinkedHashMap<>();
        for (Progress each : Progress.values()) {
            counts.put(
                    each,
                    units().stream().filter(unit -> progress(unit) == each).count());
        }
        return counts;
    }

    /** Whether every unit has everything that its plans ask for. */
    public boolean isComplete() {
        return !units().isEmpty()
                && units().stream()
                        .map(this::progress)
                        .allMatch(each -> each == Progress.GOOD || each == Progress.NONCONFORMING);
    }

    /** The units that still lack something, in ascending order. */
    public List<Long> open() {
        return units().stream()
                .filter(unit -> progress(unit) == Progress.UNTOUCHED || progress(unit) == Progress.INCOMPLETE)
                .toList();
    }

    /** What was found so far, characteristic by characteristic. */
    public List<Count> counts() {
        return standard.characteristics().stream()
                .filter(each -> plan(each.defectClass()).isPresent())
                .map(each -> new Count(
                        each,
                        units().stream()
                                .filter(unit -> results.containsKey(unit)
                                        && characteristics(unit).contains(each))
                                .count(),
                        units().stream()
                                .filter(unit -> characteristics(unit).contains(each))
                                .map(results::get)
                                .filter(result -> result != null && fails(each, result))
                                .count()))
                .toList();
    }
}
