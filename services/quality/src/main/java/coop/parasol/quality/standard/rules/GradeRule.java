package coop.parasol.quality.standard.rules;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a batch must be for a grade: it has the best grade all of whose rules it keeps, and the last grade has none. A
 * variable's rule gives limits, usually closer than those of the standard; an attribute's or a class's rule counts defects.
 *
 * @param lower lowest value of a variable in this grade
 * @param upper highest value of a variable in this grade
 * @param atMost units of the sample that may be outside the limits, or have the defect; none if absent
 */
public record GradeRule(
        String grade,
        @Nullable String characteristic,
        @Nullable DefectClass defectClass,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable Integer atMost) {

    public int allowed() {
        return atMost == null ? 0 : atMost;
    }

    /** Whether a measured value is one of this grade. */
    public boolean holds(BigDecimal value) {
        return (lower == null || value.compareTo(lower) >= 0) && (upper == null || value.compareTo(upper) <= 0);
    }

    /** The code of what is wrong with it in this standard. */
    Optional<String> flaw(Definition standard) {
        if (!standard.grades().contains(grade)) {
            return Optional.of("unknown-grade");
        }
        if (standard.grades().getLast().equals(grade)) {
            return Optional.of("rule-of-last-grade");
        }
        if ((characteristic == null) == (defectClass == null)) {
            return Optional.of("characteristic-or-class");
        }
        if (characteristic == null) {
            return lower != null || upper != null
                    ? Optional.of("limits-of-attribute")
                    : Optional.ofNullable(standard.aql().containsKey(defectClass) ? null : "no-aql");
        }
        return standard.characteristic(characteristic).map(this::flawFor).orElse(Optional.of("unknown-characteristic"));
    }

    private Optional<String> flawFor(Characteristic named) {
        boolean limited = lower != null || upper != null;
        boolean variable = named.kind() == CharacteristicKind.VARIABLE;
        if (limited != variable) {
            return Optional.of(variable ? "no-limits" : "limits-of-attribute");
        }
        return lower != null && upper != null && lower.compareTo(upper) > 0
                ? Optional.of("limits-crossed")
                : Optional.empty();
    }
}
