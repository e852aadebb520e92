package coop.parasol.quality.controlchart.rules;

import java.math.BigDecimal;
import java.math.MathContext;

/** Central line and three-sigma limits of a control chart (ISO 7870-2), to 34 digits. */
public record ControlLimits(BigDecimal lower, BigDecimal centre, BigDecimal upper) {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /** Of averages of subgroups: X-double-bar +/- A2 x R-bar. */
    public static ControlLimits ofAverages(BigDecimal average, BigDecimal averageRange, int size) {
        BigDecimal width = ChartConstants.of(size).a2().multiply(averageRange);
        return new ControlLimits(average.subtract(width), average, average.add(width));
    }

    /** Of ranges of subgroups: D3 x R-bar to D4 x R-bar. Moving ranges are ranges of two. */
    public static ControlLimits ofRanges(BigDecimal averageRange, int size) {
        ChartConstants constants = ChartConstants.of(size);
        return new ControlLimits(
                constants.d3().multiply(averageRange),
                averageRange,
                constants.d4().multiply(averageRange));
    }

    /** Of individual values: X-bar +/- 3 x MR-bar / d2 of two. */
    public static ControlLimits ofIndividuals(BigDecimal average, BigDecimal averageMovingRange) {
        BigDecimal width = THREE.multiply(averageMovingRange)
                .divide(ChartConstants.of(ChartConstants.MIN_SIZE).d2(), DIGITS);
        return new ControlLimits(average.subtract(width), average, average.add(width));
    }

    /** Whether a point is neither below the lower nor above the upper limit. */
    public boolean include(BigDecimal point) {
        return point.compareTo(lower) >= 0 && point.compareTo(upper) <= 0;
    }
}
