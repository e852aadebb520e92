package coop.parasol.quality.standard.rules;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.DefectClass;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One condition that a batch of a grade keeps: it gets the best grade all of whose rules it keeps, and the last grade has
 * none. A rule about a variable gives limits, usually closer than those of the standard; a rule about an attribute or a
 * defect class counts defects.
 *
 * @param characteristic the characteristic that it is about, or absent if it is about a defect class
 * @param defectClass the defect class that it is about, or absent if it is about a characteristic
 * @param lower lowest value of a variable in this grade
 * @param upper highest value of a variable in this grade
 * @param atMost units of the sample that may be outside the limits, or have the defect
 */
public record GradeRule(
        String grade,
        @Nullable String characteristic,
        @Nullable DefectClass defectClass,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        int atMost) {

    /** Whether a measured value is within the limits of the grade. */
    public boolean includes(BigDecimal value) {
        return (lower == null || value.compareTo(lower) >= 0) && (upper == null || value.compareTo(upper) <= 0);
    }

    /** Why a rule is refused, as the code of a problem. */
    record GradeRuleError(String code) {}

    /** What is wrong with the rule in this specification; empty if nothing is. */
    Optional<GradeRuleError> error(Specification specification) {
        if (!specification.grades().contains(grade)) {
            return Optional.of(new GradeRuleError("unknown-grade"));
        }
        if (specification.grades().getLast().equals(grade)) {
            return Optional.of(new GradeRuleError("last-grade-has-rule"));
        }
        if ((characteristic == null) == (defectClass == null)) {
            return Optional.of(new GradeRuleError("grade-rule-target"));
        }
        if (characteristic == null) {
            if (hasLimits()) {
                return Optional.of(new GradeRuleError("limits-not-allowed"));
            }
            return specification.aql().containsKey(defectClass)
                    ? Optional.empty()
                    : Optional.of(new GradeRuleError("aql-missing"));
        }
        return specification
                .characteristic(characteristic)
                .map(this::error)
                .orElse(Optional.of(new GradeRuleError("unknown-characteristic")));
    }

    private Optional<GradeRuleError> error(Characteristic named) {
        return switch (named.kind()) {
            case VARIABLE -> {
                if (!hasLimits()) {
                    yield Optional.of(new GradeRuleError("limits-missing"));
                }
                yield lower != null && upper != null && lower.compareTo(upper) > 0
                        ? Optional.of(new GradeRuleError("limits-crossed"))
                        : Optional.empty();
            }
            case ATTRIBUTE -> hasLimits() ? Optional.of(new GradeRuleError("limits-not-allowed")) : Optional.empty();
        };
    }

    private boolean hasLimits() {
        return lower != null || upper != null;
    }
}
