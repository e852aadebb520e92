package coop.parasol.quality.report.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Number, mean, range and sample standard deviation (divisor n - 1, ISO 3534-1) of measured values. Mean and deviation have
 * two decimals more than the values and are rounded half up.
 *
 * @param deviation absent of a single value
 */
public record ValueSummary(
        int number,
        BigDecimal mean,
        BigDecimal lowest,
        BigDecimal highest,
        @Nullable BigDecimal deviation) {

    private static final int MORE_DECIMALS = 2;

    /** @param values one or more */
    public static ValueSummary of(List<BigDecimal> values) {
        BigDecimal number = BigDecimal.valueOf(values.size());
        int decimals = values.stream()
                        .mapToInt(value -> Math.max(0, value.scale()))
                        .max()
                        .orElseThrow()
                + MORE_DECIMALS;
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(number, MathContext.DECIMAL128);
        BigDecimal squares =
                values.stream().map(value -> value.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ValueSummary(
                values.size(),
                mean.setScale(decimals, RoundingMode.HALF_UP),
                Collections.min(values),
                Collections.max(values),
                values.size() == 1
                        ? null
                        : squares.divide(number.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
                                .sqrt(MathContext.DECIMAL128)
                                .setScale(decimals, RoundingMode.HALF_UP));
    }
}
