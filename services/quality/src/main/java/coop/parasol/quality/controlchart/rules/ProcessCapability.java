package coop.parasol.quality.controlchart.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the spread of a process within subgroups compares with the limits of the standard (ISO 22514-2): Cp = (U - L) / 6 s,
 * Cpk = the smaller of (U - mean) / 3 s and (mean - L) / 3 s. With one limit there is no Cp, and Cpk is of that limit. It
 * says what a process can do only if the process is in control.
 */
public record ProcessCapability(@Nullable BigDecimal cp, BigDecimal cpk) {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    /**
     * Empty where all values are alike, or the standard has no limit.
     *
     * @param lower limit of the standard
     * @param upper limit of the standard
     * @param deviation within subgroups: average range / d2
     */
    public static Optional<ProcessCapability> of(
            BigDecimal mean, BigDecimal deviation, @Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        if (deviation.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal half = THREE.multiply(deviation);
        BigDecimal below = lower == null ? null : mean.subtract(lower).divide(half, DIGITS);
        BigDecimal above = upper == null ? null : upper.subtract(mean).divide(half, DIGITS);
        if (below == null || above == null || lower == null || upper == null) {
            BigDecimal only = below == null ? above : below;
            return Optional.ofNullable(only).map(cpk -> new ProcessCapability(null, cpk));
        }
        return Optional.of(
                new ProcessCapability(upper.subtract(lower).divide(SIX.multiply(deviation), DIGITS), below.min(above)));
    }
}
