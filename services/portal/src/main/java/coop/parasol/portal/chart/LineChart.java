package coop.parasol.portal.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of values, with a second line to compare with and levels across. The tag {@code lines} draws it.
 *
 * @param title what it shows, read out instead of the picture
 * @param points of the first line
 * @param first the first line as SVG's coordinates
 * @param second the second line as SVG's coordinates; empty if there is none
 * @param levels lines across, such as limits
 */
public record LineChart(
        String title, List<Point> points, String first, String second, String low, String high, List<Level> levels) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 220;

    private static final int LEFT = 70;
    private static final int RIGHT = 610;
    private static final int UPPER = 20;
    private static final int LOWER = 180;

    /** What stands at one label; {@code second} where there is something to compare with. */
    public record Entry(
            String label, BigDecimal value, @Nullable BigDecimal second, boolean remarkable) {}

    /** A point in the picture's units. */
    public record Point(String label, int x, int y, boolean remarkable) {}

    /** A line across at a value. */
    public record Level(String label, int y) {}

    /** A value that is drawn across. */
    public record Mark(String label, BigDecimal value) {}

    /** Places points and levels between the lowest and the highest value. */
    public static LineChart of(String title, List<Entry> entries, List<Mark> marks) {
        List<BigDecimal> values = Stream.of(
                        entries.stream().map(Entry::value),
                        entries.stream().map(Entry::second),
                        marks.stream().map(Mark::value))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        BigDecimal low = values.isEmpty() ? BigDecimal.ZERO : values.getFirst();
        BigDecimal high = values.isEmpty() ? BigDecimal.ONE : values.getLast();
        return drawn(title, entries, marks, low, high);
    }

    /** Places parts of one on an axis from 0 to 100 %. */
    public static LineChart ofParts(String title, List<Entry> entries) {
        return drawn(title, entries, List.of(), BigDecimal.ZERO, BigDecimal.ONE);
    }

    private static LineChart drawn(
            String title, List<Entry> entries, List<Mark> marks, BigDecimal low, BigDecimal high) {
        List<Point> points = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int x = entries.size() == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * i / (entries.size() - 1);
            int y = y(entry.value(), low, high);
            points.add(new Point(entry.label(), x, y, entry.remarkable()));
            line.append(x).append(',').append(y).append(' ');
            if (entry.second() != null) {
                second.append(x)
                        .append(',')
                        .append(y(entry.second(), low, high))
                        .append(' ');
            }
        }
        return new LineChart(
                title,
                List.copyOf(points),
                line.toString().strip(),
                second.toString().strip(),
                plain(low),
                plain(high),
                marks.stream()
                        .map(mark -> new Level(mark.label(), y(mark.value(), low, high)))
                        .toList());
    }

    private static int y(BigDecimal value, BigDecimal low, BigDecimal high) {
        if (high.compareTo(low) == 0) {
            return (UPPER + LOWER) / 2;
        }
        return LOWER
                - value.subtract(low)
                        .multiply(BigDecimal.valueOf(LOWER - UPPER))
                        .divide(high.subtract(low), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
