package coop.parasol.quality.standard.rules;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a product must be.
 *
 * @param aql acceptable quality limit per defect class, per cent
 * @param grades from the best down
 * @param shelfLifeDays absent where goods do not age
 */
public record Definition(
        String name,
        String unit,
        @Nullable String gtin,
        List<Characteristic> characteristics,
        Map<DefectClass, BigDecimal> aql,
        String inspectionLevel,
        List<String> grades,
        @Nullable Integer shelfLifeDays) {

    /** A field that cannot be, and why. */
    public record Flaw(String field, String code, String detail) {}

    /** What keeps it from being judged by, apart from limits of the sampling tables; empty if nothing does. */
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if (gtin != null && !Gtin.isValid(gtin)) {
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
        if (new HashSet<>(grades).size() != grades.size()) {
            flaws.add(new Flaw("grades", "twice", "A grade is named twice."));
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
