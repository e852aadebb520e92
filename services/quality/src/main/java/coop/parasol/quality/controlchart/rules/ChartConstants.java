package coop.parasol.quality.controlchart.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * The factors of control limits for subgroups of 2 to 10 values from a normal distribution, by their names in ISO 7870-2.
 * With the mean d2 and the standard deviation d3 of the range of n values of N(0, 1), A2 = 3 / (d2 sqrt(n)), D3 = max(0, 1 -
 * 3 d3 / d2) and D4 = 1 + 3 d3 / d2. The figures are those of ANSI/ASQC Z1.1 to Z1.3 (1985) and Montgomery, Introduction to
 * Statistical Quality Control, appendix VI. They are within 0.001 of the exact ones: other tables round two of them up, D4 of
 * 3 values (2.57459) to 2.575 and D4 of 5 (2.11450) to 2.115.
 *
 * @param a2 half the width of the limits of averages, in average ranges
 * @param d2 the expected range, in standard deviations
 * @param d3 the lower limit of ranges, in average ranges
 * @param d4 the upper limit of ranges, in average ranges
 */
public record ChartConstants(BigDecimal a2, BigDecimal d2, BigDecimal d3, BigDecimal d4) {

    /** The least and the greatest number of values in a subgroup that is judged by its range. */
    public static final int MIN_SIZE = 2;

    public static final int MAX_SIZE = 10;

    private static final List<ChartConstants> BY_SIZE = List.of(
            of("1.880", "1.128", "0", "3.267"),
            of("1.023", "1.693", "0", "2.574"),
            of("0.729", "2.059", "0", "2.282"),
            of("0.577", "2.326", "0", "2.114"),
            of("0.483", "2.534", "0", "2.004"),
            of("0.419", "2.704", "0.076", "1.924"),
            of("0.373", "2.847", "0.136", "1.864"),
            of("0.337", "2.970", "0.184", "1.816"),
            of("0.308", "3.078", "0.223", "1.777"));

    /** @param size values in a subgroup, 2 to 10 */
    public static ChartConstants of(int size) {
        if (size < MIN_SIZE || size > MAX_SIZE) {
            throw new IllegalArgumentException("a range is taken of 2 to 10 values, not of " + size);
        }
        return BY_SIZE.get(size - MIN_SIZE);
    }

    private static ChartConstants of(String a2, String d2, String d3, String d4) {
        return new ChartConstants(new BigDecimal(a2), new BigDecimal(d2), new BigDecimal(d3), new BigDecimal(d4));
    }
}
