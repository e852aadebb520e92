package coop.parasol.quality.standard.rules;

import coop.parasol.contracts.Gs1;
import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.Aql;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.sampling.rules.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a product must be.
 *
 * @param aql acceptable quality limit per defect class, per cent
 * @param inspectionLevel of the classes that name none of their own
 * @param inspectionLevels per defect class
 * @param grades from the best down
 * @param gradeRules what gives which grade; without any, grading is part of what an auditor finds
 * @param shelfLifeDays absent where goods do not age
 * @param auditors how many inspect each batch, 1 or 2, independently
 * @param destructive whether inspected units cannot be sold any more
 * @param reinspection severity of a re-inspection, which MIL-STD-105E leaves to whoever is responsible
 */
public record Definition(
        String name,
        String unit,
        @Nullable String gtin,
        List<Characteristic> characteristics,
        Map<DefectClass, BigDecimal> aql,
        String inspectionLevel,
        @Nullable Map<DefectClass, String> inspectionLevels,
        List<String> grades,
        @Nullable List<GradeRule> gradeRules,
        @Nullable Integer shelfLifeDays,
        @Nullable Integer auditors,
        @Nullable Boolean destructive,
        @Nullable Severity reinspection) {

    private static final int MOST_AUDITORS = 2;

    /** What was stored before a field existed means what is usual. */
    public Definition {
        inspectionLevels = inspectionLevels == null ? Map.of() : inspectionLevels;
        gradeRules = gradeRules == null ? List.of() : gradeRules;
        auditors = auditors == null ? 1 : auditors;
        destructive = destructive != null && destructive;
        reinspection = reinspection == null ? Severity.TIGHTENED : reinspection;
    }

    /** A field that cannot be, and why. */
    public record Flaw(String field, String code, String detail) {}

    @Override
    public Map<DefectClass, String> inspectionLevels() {
        return Objects.requireNonNull(inspectionLevels);
    }

    @Override
    public List<GradeRule> gradeRules() {
        return Objects.requireNonNull(gradeRules);
    }

    @Override
    public Integer auditors() {
        return Objects.requireNonNull(auditors);
    }

    @Override
    public Boolean destructive() {
        return Objects.requireNonNull(destructive);
    }

    @Override
    public Severity reinspection() {
        return Objects.requireNonNull(reinspection);
    }

    public Optional<Characteristic> characteristic(String called) {
        return characteristics.stream()
                .filter(characteristic -> characteristic.name().equals(called))
                .findFirst();
    }

    /** The inspection level of a class; the definition has no flaws. */
    public InspectionLevel level(DefectClass defectClass) {
        return InspectionLevel.of(inspectionLevels().getOrDefault(defectClass, inspectionLevel))
                .orElseThrow();
    }

    /** What keeps it from being judged by; empty if nothing does. */
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if (gtin != null && !Gs1.isGtin(gtin)) {
            flaws.add(new Flaw(
                    "gtin", "invalid-gtin", "The check digit does not fit, or it has not 8, 12, 13 or 14 digits."));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < characteristics.size(); i++) {
            flaws.addAll(flawsOf(characteristics.get(i), "characteristics[" + i + "]"));
            if (!names.add(characteristics.get(i).name())) {
                flaws.add(new Flaw("characteristics[" + i + "].name", "twice", "Two characteristics have this name."));
            }
        }
        flaws.addAll(flawsOfPlans());
        if (new HashSet<>(grades).size() != grades.size()) {
            flaws.add(new Flaw("grades", "twice", "A grade is named twice."));
        }
        for (int i = 0; i < gradeRules().size(); i++) {
            String field = "gradeRules[" + i + "]";
            gradeRules()
                    .get(i)
                    .flaw(this)
                    .ifPresent(flaw -> flaws.add(new Flaw(
                            field,
                            flaw,
                            "A grade rule names a "
                                    + "grade that is not the last and either a characteristic or a defect class of the standard; only "
                                    + "variables have limits.")));
        }
        return flaws;
    }

    private List<Flaw> flawsOfPlans() {
        List<Flaw> flaws = new ArrayList<>();
        aql.forEach((defectClass, limit) -> {
            if (!Aql.isOne(limit)) {
                flaws.add(new Flaw(
                        "aql." + defectClass,
                        "unknown-aql",
                        "MIL-STD-105E has no AQL " + limit + "; it has 0.010 to 1000."));
            }
        });
        if (InspectionLevel.of(inspectionLevel).isEmpty()) {
            flaws.add(new Flaw("inspectionLevel", "unknown-level", "Take I, II, III, S-1, S-2, S-3 or S-4."));
        }
        inspectionLevels().forEach((defectClass, level) -> {
            if (InspectionLevel.of(level).isEmpty()) {
                flaws.add(new Flaw(
                        "inspectionLevels." + defectClass, "unknown-level", "Take I, II, III, S-1, S-2, S-3 or S-4."));
            }
            if (!aql.containsKey(defectClass)) {
                flaws.add(new Flaw("inspectionLevels." + defectClass, "no-aql", "The class has no AQL."));
            }
        });
        if (auditors() < 1 || auditors() > MOST_AUDITORS) {
            flaws.add(new Flaw("auditors", "one-or-two", "One auditor inspects a batch, or two do."));
        }
        if (reinspection() == Severity.REDUCED) {
            flaws.add(new Flaw("reinspection", "not-reduced", "A re-inspection is NORMAL or TIGHTENED."));
        }
        return flaws;
    }

    private List<Flaw> flawsOf(Characteristic characteristic, String field) {
        List<Flaw> flaws = new ArrayList<>();
        if (!aql.containsKey(characteristic.defectClass())) {
            flaws.add(new Flaw(
                    field + ".defectClass",
                    "no-aql",
                    "The standard has no AQL for " + characteristic.defectClass() + "."));
        }
        BigDecimal lower = characteristic.lower();
        BigDecimal upper = characteristic.upper();
        if (characteristic.kind() == CharacteristicKind.VARIABLE) {
            if (characteristic.unit() == null || (lower == null && upper == null)) {
                flaws.add(new Flaw(field, "no-limits", "A variable has a unit and a lower or an upper limit."));
            }
            if (lower != null && upper != null && lower.compareTo(upper) > 0) {
                flaws.add(new Flaw(field + ".lower", "limits-crossed", "The lower limit is above the upper one."));
            }
        } else if (characteristic.unit() != null || lower != null || upper != null) {
            flaws.add(new Flaw(
                    field, "limits-of-attribute", "An attribute is there or not; it has no unit and no limits."));
        }
        return flaws;
    }
}
