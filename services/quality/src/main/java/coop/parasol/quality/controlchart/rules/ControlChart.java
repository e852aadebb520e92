package coop.parasol.quality.controlchart.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A Shewhart control chart with limits from its own data (ISO 7870-2): averages and ranges of one subgroup for each lot, or
 * individual values and their moving ranges where a lot has one value only. Subgroups have the same size, that of the lot
 * with the fewest values, at most 10; of a larger sample values are taken evenly over the lot.
 *
 * @param size values in each subgroup; 1 for individual values
 * @param points averages of the subgroups, or the individual values, in the order in which the lots were reported
 * @param ranges of the subgroups, or moving ranges, of which there is one less
 * @param deviation of the process within subgroups: average range / d2
 */
public record ControlChart(
        int size,
        List<BigDecimal> points,
        List<BigDecimal> ranges,
        ControlLimits limits,
        ControlLimits rangeLimits,
        BigDecimal deviation) {

    /** Limits from fewer lots are preliminary (ISO 7870-2 asks for 20 to 25 subgroups). */
    public static final int ENOUGH_LOTS = 20;

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /**
     * Empty with fewer than two lots.
     *
     * @param lots measured values of each lot, one or more, in the order of the units
     */
    public static Optional<ControlChart> of(List<List<BigDecimal>> lots) {
        if (lots.size() < 2) {
            return Optional.empty();
        }
        int size = Math.min(
                ChartConstants.MAX_SIZE,
                lots.stream().mapToInt(List::size).min().orElseThrow());
        List<List<BigDecimal>> subgroups =
                lots.stream().map(values -> evenly(values, size)).toList();
        List<BigDecimal> points = subgroups.stream().map(ControlChart::average).toList();
        BigDecimal average = average(points);
        List<BigDecimal> ranges = size == 1
                ? movingRanges(points)
                : subgroups.stream().map(ControlChart::range).toList();
        BigDecimal averageRange = average(ranges);
        int ofRange = Math.max(size, ChartConstants.MIN_SIZE);
        return Optional.of(new ControlChart(
                size,
                points,
                ranges,
                size == 1
                        ? ControlLimits.ofIndividuals(average, averageRange)
                        : ControlLimits.ofAverages(average, averageRange, size),
                ControlLimits.ofRanges(averageRange, ofRange),
                averageRange.divide(ChartConstants.of(ofRange).d2(), DIGITS)));
    }

    /** Whether no point and no range is beyond its limits. */
    public boolean isInControl() {
        return points.stream().allMatch(limits::include) && ranges.stream().allMatch(rangeLimits::include);
    }

    private static List<BigDecimal> evenly(List<BigDecimal> values, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> values.get((int) ((long) i * values.size() / size)))
                .toList();
    }

    private static List<BigDecimal> movingRanges(List<BigDecimal> values) {
        List<BigDecimal> ranges = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            ranges.add(values.get(i).subtract(values.get(i - 1)).abs());
        }
        return ranges;
    }

    private static BigDecimal range(List<BigDecimal> values) {
        return Collections.max(values).subtract(Collections.min(values));
    }

    private static BigDecimal average(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), DIGITS);
    }
}
