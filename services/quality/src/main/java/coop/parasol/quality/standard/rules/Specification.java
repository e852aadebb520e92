package coop.parasol.quality.standard.rules;

import coop.parasol.contracts.Gs1;
import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.Aql;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.sampling.rules.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a standard says: what a product must be, and how its batches are sampled and graded.
 *
 * @param name what the product is called
 * @param unit the unit in which it is counted, UN/CEFACT Recommendation 20
 * @param gtin its Global Trade Item Number (GS1), if it has one
 * @param aql acceptable quality limit of each defect class, in per cent; above 10 in defects per hundred units
 * @param inspectionLevel of the defect classes that name none of their own
 * @param inspectionLevels of the defect classes that have another
 * @param grades from the best down
 * @param gradeRules what a batch of a grade keeps; without any the auditor grades
 * @param shelfLifeDays days from making to the last day of sale, absent where goods do not age
 * @param auditors how many inspect each batch independently, 1 or 2
 * @param destructive whether inspected units cannot be sold any more
 * @param reinspection severity of a re-inspection, which MIL-STD-105E leaves to the responsible authority
 */
public record Specification(
        String name,
        String unit,
        @Nullable String gtin,
        List<Characteristic> characteristics,
        Map<DefectClass, BigDecimal> aql,
        String inspectionLevel,
        Map<DefectClass, String> inspectionLevels,
        List<String> grades,
        List<GradeRule> gradeRules,
        @Nullable Integer shelfLifeDays,
        int auditors,
        boolean destructive,
        Severity reinspection) {

    private static final int MAX_AUDITORS = 2;
    private static final String UNKNOWN_LEVEL = "The inspection levels are I, II, III, S-1, S-2, S-3 and S-4.";

    /** A field whose value is not possible, and why. */
    public record SpecificationError(String field, String code, String detail) {}

    public Optional<Characteristic> characteristic(String called) {
        return characteristics.stream()
                .filter(characteristic -> characteristic.name().equals(called))
                .findFirst();
    }

    /** The inspection level of a defect class, of a specification without errors. */
    public InspectionLevel level(DefectClass defectClass) {
        return InspectionLevel.of(inspectionLevels.getOrDefault(defectClass, inspectionLevel))
                .orElseThrow();
    }

    /** What keeps batches from being judged by it; empty if nothing does. */
    public List<SpecificationError> errors() {
        List<SpecificationError> errors = new ArrayList<>();
        if (gtin != null && !Gs1.isGtin(gtin)) {
            errors.add(new SpecificationError(
                    "gtin",
                    "invalid-gtin",
                    "A GTIN has 8, 12, 13 or 14 digits, and the last one is the check digit of the others."));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < characteristics.size(); i++) {
            String field = "characteristics[" + i + "]";
            errors.addAll(errorsOf(characteristics.get(i), field));
            if (!names.add(characteristics.get(i).name())) {
                errors.add(new SpecificationError(field + ".name", "duplicate", "Two characteristics have this name."));
            }
        }
        errors.addAll(errorsOfSampling());
        errors.addAll(errorsOfGrades());
        return errors;
    }

    private List<SpecificationError> errorsOf(Characteristic characteristic, String field) {
        List<SpecificationError> errors = new ArrayList<>();
        if (!aql.containsKey(characteristic.defectClass())) {
            errors.add(new SpecificationError(
                    field + ".defectClass",
                    "aql-missing",
                    "The standard has no AQL for " + characteristic.defectClass() + "."));
        }
        errors.addAll(
                switch (characteristic.kind()) {
                    case VARIABLE -> errorsOfVariable(characteristic, field);
                    case ATTRIBUTE -> errorsOfAttribute(characteristic, field);
                });
        return errors;
    }

    private static List<SpecificationError> errorsOfVariable(Characteristic variable, String field) {
        List<SpecificationError> errors = new ArrayList<>();
        BigDecimal lower = variable.lower();
        BigDecimal upper = variable.upper();
        if (variable.unit() == null || (lower == null && upper == null)) {
            errors.add(new SpecificationError(
                    field, "limits-missing", "A variable has a unit and a lower or an upper limit."));
        }
        if (lower != null && upper != null && lower.compareTo(upper) > 0) {
            errors.add(new SpecificationError(
                    field + ".lower", "limits-crossed", "The lower limit is above the upper one."));
        }
        return errors;
    }

    private static List<SpecificationError> errorsOfAttribute(Characteristic attribute, String field) {
        return attribute.unit() != null || attribute.lower() != null || attribute.upper() != null
                ? List.of(new SpecificationError(
                        field, "limits-not-allowed", "An attribute is present or not: it has no unit and no limits."))
                : List.of();
    }

    private List<SpecificationError> errorsOfSampling() {
        List<SpecificationError> errors = new ArrayList<>();
        aql.forEach((defectClass, limit) -> {
            if (!Aql.isTabulated(limit)) {
                errors.add(new SpecificationError(
                        "aql." + defectClass,
                        "unknown-aql",
                        "MIL-STD-105E has no AQL " + limit + "; its tables go from 0.010 to 1000."));
            }
        });
        if (InspectionLevel.of(inspectionLevel).isEmpty()) {
            errors.add(new SpecificationError("inspectionLevel", "unknown-level", UNKNOWN_LEVEL));
        }
        inspectionLevels.forEach((defectClass, level) -> {
            String field = "inspectionLevels." + defectClass;
            if (InspectionLevel.of(level).isEmpty()) {
                errors.add(new SpecificationError(field, "unknown-level", UNKNOWN_LEVEL));
            }
            if (!aql.containsKey(defectClass)) {
                errors.add(new SpecificationError(field, "aql-missing", "The defect class has no AQL."));
            }
        });
        if (auditors < 1 || auditors > MAX_AUDITORS) {
            errors.add(new SpecificationError(
                    "auditors", "auditors-out-of-range", "A batch is inspected by one auditor or by two."));
        }
        if (reinspection == Severity.REDUCED) {
            errors.add(new SpecificationError(
                    "reinspection", "reinspection-reduced", "A re-inspection is NORMAL or TIGHTENED."));
        }
        return errors;
    }

    private List<SpecificationError> errorsOfGrades() {
        List<SpecificationError> errors = new ArrayList<>();
        if (new HashSet<>(grades).size() != grades.size()) {
            errors.add(new SpecificationError("grades", "duplicate", "A grade is named twice."));
        }
        for (int i = 0; i < gradeRules.size(); i++) {
            String field = "gradeRules[" + i + "]";
            gradeRules
                    .get(i)
                    .error(this)
                    .ifPresent(error -> errors.add(new SpecificationError(
                            field,
                            error.code(),
                            "A grade rule names a grade that is not the last and either a characteristic or a defect"
                                    + " class of the standard; rules about variables have limits, others have none.")));
        }
        return errors;
    }
}
