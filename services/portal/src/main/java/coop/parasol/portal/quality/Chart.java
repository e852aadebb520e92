package coop.parasol.portal.quality;

import coop.parasol.portal.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines over the same points, with the coordinates of an SVG picture in which they are drawn.
 *
 * @param title what the picture shows, for those who do not see it
 * @param low the value at the bottom
 * @param high the value at the top
 */
record Chart(String title, double low, double high, List<Line> lines, List<Level> levels, String first, String last) {

    private static final double LEFT = 48;
    private static final double RIGHT = 590;
    private static final double TOP = 12;
    private static final double BOTTOM = 170;
    private static final double MARGIN = 0.05;

    /** A line through values, at equal distances; where there is none, the line goes on to the next. */
    record Line(String style, List<@Nullable Double> values) {}

    /** A level across the whole picture. */
    record Level(String name, double value) {}

    /** The path of a line. */
    public String points(Line line) {
        StringBuilder points = new StringBuilder();
        int last = Math.max(1, line.values().size() - 1);
        for (int i = 0; i < line.values().size(); i++) {
            Double value = line.values().get(i);
            if (value != null) {
                points.append(number(LEFT + (RIGHT - LEFT) * i / last))
                        .append(',')
                        .append(number(height(value)))
                        .append(' ');
            }
        }
        return points.toString().strip();
    }

    /** Where a value stands from the top. */
    public String y(double value) {
        return number(height(value));
    }

    private double height(double value) {
        double span = high - low == 0 ? 1 : high - low;
        return BOTTOM - (BOTTOM - TOP) * (value - low) / span;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** A value as it is written beside the axis. */
    public String label(double value) {
        return String.format(Locale.ROOT, "%.4g", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }

    /** How likely a lot is accepted, by its per cent of defects. */
    static Chart of(StandardClient.Curve curve) {
        List<@Nullable Double> values = curve.points().stream()
                .map(StandardClient.CurvePoint::acceptance)
                .collect(Collectors.toList());
        return new Chart(
                Words.of(QualityProducerMessages.class).howLikelyALot(),
                0,
                1,
                List.of(new Line("line", values)),
                List.of(),
                curve.points().isEmpty()
                        ? ""
                        : percent(curve.points().getFirst().quality()),
                curve.points().isEmpty() ? "" : percent(curve.points().getLast().quality()));
    }

    private static String percent(double quality) {
        return String.format(Locale.ROOT, "%.2f", quality);
    }

    /** First-pass yield by month, beside the network's median. */
    static Chart of(StandardClient.ProductQuality quality) {
        List<StandardClient.TrendMonth> trend = quality.trend();
        return new Chart(
                Words.of(QualityProducerMessages.class).firstPassYieldOf(quality.product()),
                0,
                1,
                List.of(
                        new Line(
                                "line",
                                values(trend, month -> month.firstPassYield().doubleValue())),
                        new Line(
                                "line2",
                                values(
                                        trend,
                                        month -> month.networkMedian() == null
                                                ? null
                                                : month.networkMedian().doubleValue()))),
                List.of(),
                trend.isEmpty() ? "" : trend.getFirst().month().toString().substring(0, 7),
                trend.isEmpty() ? "" : trend.getLast().month().toString().substring(0, 7));
    }

    private static <T> List<@Nullable Double> values(List<T> items, Function<T, @Nullable Double> value) {
        return items.stream().map(value).collect(Collectors.toList());
    }

    /** The measured means of lots, between the limits that follow from them. */
    static Chart of(StandardClient.Chart chart) {
        List<@Nullable Double> values =
                values(chart.points(), point -> point.point().doubleValue());
        List<Level> levels = List.of(
                new Level(
                        Words.of(QualityProducerMessages.class).upperLimit(),
                        chart.limits().upper().doubleValue()),
                new Level(
                        Words.of(QualityProducerMessages.class).centre(),
                        chart.limits().centre().doubleValue()),
                new Level(
                        Words.of(QualityProducerMessages.class).lowerLimit(),
                        chart.limits().lower().doubleValue()));
        double low = Math.min(least(values), levels.getLast().value());
        double high = Math.max(most(values), levels.getFirst().value());
        double margin = (high - low) * MARGIN;
        return new Chart(
                Words.of(QualityProducerMessages.class).controlChartOf(chart.characteristic()),
                low - margin,
                high + margin,
                List.of(new Line("line", values)),
                levels,
                chart.points().isEmpty() ? "" : chart.points().getFirst().lot(),
                chart.points().isEmpty() ? "" : chart.points().getLast().lot());
    }

    private static double least(List<@Nullable Double> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private static double most(List<@Nullable Double> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(-Double.MAX_VALUE);
    }
}
