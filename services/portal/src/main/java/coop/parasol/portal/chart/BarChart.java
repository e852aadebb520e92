package coop.parasol.portal.chart;

import coop.parasol.portal.page.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two bars side by side for each of some labels, from nothing upwards. The tag {@code bars} draws it.
 *
 * @param title what it shows, read out instead of the picture
 * @param first what the first bars are
 * @param second what the second bars are; empty if there are none
 * @param top the largest value, which the axis names
 */
public record BarChart(String title, String first, String second, List<Group> groups, String top) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 220;

    private static final int LEFT = 70;
    private static final int UPPER = 30;
    private static final int LOWER = 180;
    private static final int WIDEST = 34;
    private static final int GAP = 2;

    /** What stands at one label. */
    public record Entry(String label, BigDecimal first, BigDecimal second) {}

    /** The bars at one label, in the picture's units. */
    public record Group(String label, int middle, Bar left, Bar right) {}

    /** A bar of the drawing, in its pixels from the upper left corner. */
    public record Bar(int x, int y, int width, int height) {}

    /** A chart in which the largest value is as high as the drawing, and the others in proportion. */
    public static BarChart of(String title, String first, String second, List<Entry> entries) {
        List<BigDecimal> values = new ArrayList<>();
        entries.forEach(entry -> {
            values.add(entry.first());
            values.add(entry.second());
        });
        BigDecimal top = values.isEmpty() ? BigDecimal.ZERO : Collections.max(values);
        int step = (WIDTH - LEFT) / Math.max(1, entries.size());
        int bars = second.isEmpty() ? 1 : 2;
        int width = Math.clamp((step - 8) / bars, 1, WIDEST);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int middle = LEFT + step * i + step / 2;
            int left = middle - (width * bars + GAP * (bars - 1)) / 2;
            groups.add(new Group(
                    entry.label(),
                    middle,
                    bar(left, width, entry.first(), top),
                    bar(left + width + GAP, width, entry.second(), top)));
        }
        return new BarChart(title, first, second, List.copyOf(groups), Formats.number(top));
    }

    /** Whether there are two bars at each label. */
    public boolean isPaired() {
        return !second.isEmpty();
    }

    private static Bar bar(int x, int width, BigDecimal value, BigDecimal top) {
        int height = top.signum() <= 0
                ? 0
                : BigDecimal.valueOf(LOWER - UPPER)
                        .multiply(value.max(BigDecimal.ZERO))
                        .divide(top, 0, RoundingMode.HALF_UP)
                        .intValue();
        return new Bar(x, LOWER - height, width, height);
    }
}
