package coop.parasol.quality.controlchart.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The factors of control limits, against a published table and against the distribution that they come from. */
class ChartConstantsTest {

    /** Cano, Moguerza and Prieto Corcoba, Quality Control with R (2015), table A.1, which has a decimal more. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.1284, 1.8800, 0.0000, 3.2665",
        "3, 1.6926, 1.0233, 0.0000, 2.5746",
        "4, 2.0588, 0.7286, 0.0000, 2.2821",
        "5, 2.3259, 0.5768, 0.0000, 2.1145",
        "6, 2.5344, 0.4832, 0.0000, 2.0038",
        "7, 2.7044, 0.4193, 0.0757, 1.9243",
        "8, 2.8472, 0.3725, 0.1362, 1.8638",
        "9, 2.9700, 0.3367, 0.1840, 1.8160",
        "10, 3.0775, 0.3083, 0.2230, 1.7770"
    })
    void factors_are_those_of_a_published_table_of_four_decimals(
            int size, double d2, double a2, double lower, double upper) {
        ChartConstants constants = ChartConstants.of(size);

        near(constants.d2(), d2);
        near(constants.a2(), a2);
        near(constants.d3(), lower);
        near(constants.d4(), upper);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void factors_follow_from_the_distribution_of_the_range_of_normal_values(int size) {
        double mean = integral(0, 14, range -> 1 - rangeAtMost(range, size));
        double square = integral(0, 14, range -> 2 * range * (1 - rangeAtMost(range, size)));
        double relative = 3 * Math.sqrt(square - mean * mean) / mean;
        ChartConstants constants = ChartConstants.of(size);

        near(constants.d2(), mean);
        near(constants.a2(), 3 / (mean * Math.sqrt(size)));
        near(constants.d3(), Math.max(0, 1 - relative));
        near(constants.d4(), 1 + relative);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 11})
    void a_range_is_taken_of_two_to_ten_values(int size) {
        assertThatThrownBy(() -> ChartConstants.of(size)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void near(BigDecimal factor, double exact) {
        assertThat(factor.doubleValue()).isCloseTo(exact, within(0.001));
    }

    /** P(R <= r) = n times the integral of phi(x) (Phi(x + r) - Phi(x))^(n - 1). */
    private static double rangeAtMost(double range, int size) {
        return size
                * integral(
                        -8,
                        8,
                        x -> Math.exp(-x * x / 2)
                                / Math.sqrt(2 * Math.PI)
                                * Math.pow(probabilityBetween(x, x + range), size - 1));
    }

    private static double probabilityBetween(double from, double to) {
        return probabilityBelow(to) - probabilityBelow(from);
    }

    /** Phi(x), by its Taylor series (Marsaglia 2004). */
    private static double probabilityBelow(double x) {
        if (Math.abs(x) > 8) {
            return x > 0 ? 1 : 0;
        }
        double sum = 0;
        double term = x;
        for (int i = 1; sum + term != sum; i += 2) {
            sum += term;
            term *= x * x / (i + 2);
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Simpson's rule. */
    private static double integral(double from, double to, DoubleUnaryOperator function) {
        int steps = 200;
        double width = (to - from) / steps;
        double sum = function.applyAsDouble(from) + function.applyAsDouble(to);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * function.applyAsDouble(from + i * width);
        }
        return sum * width / 3;
    }
}
