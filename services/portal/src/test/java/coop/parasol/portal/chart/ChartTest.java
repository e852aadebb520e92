package coop.parasol.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void draws_bars_in_proportion_to_the_largest() {
        BarChart chart = BarChart.of(
                "Orders",
                "orders",
                "commitments",
                List.of(
                        new BarChart.Entry("W1", BigDecimal.valueOf(100), BigDecimal.valueOf(50)),
                        new BarChart.Entry("W2", BigDecimal.ZERO, BigDecimal.valueOf(25))));

        assertThat(chart.top()).isEqualTo("100");
        BarChart.Group first = chart.groups().getFirst();
        assertThat(first.left().height()).isEqualTo(2 * first.right().height());
        assertThat(first.right().x())
                .isGreaterThanOrEqualTo(first.left().x() + first.left().width());
        assertThat(chart.groups().getLast().left().height()).isZero();
        assertThat(chart.groups().getLast().right().x()
                        + chart.groups().getLast().right().width())
                .isLessThan(BarChart.WIDTH);
    }

    @Test
    void draws_nothing_for_no_bars() {
        assertThat(BarChart.of("Orders", "orders", "", List.of()).groups()).isEmpty();
    }

    @Test
    void draws_lines_between_lowest_and_highest_of_values_and_marks() {
        LineChart chart = LineChart.of(
                "Length",
                List.of(
                        new LineChart.Entry("A", BigDecimal.valueOf(219), null, false),
                        new LineChart.Entry("B", BigDecimal.valueOf(221), null, true)),
                List.of(
                        new LineChart.Mark("LCL", BigDecimal.valueOf(218)),
                        new LineChart.Mark("UCL", BigDecimal.valueOf(222))));

        assertThat(chart.low()).isEqualTo("218");
        assertThat(chart.high()).isEqualTo("222");
        assertThat(chart.second()).isEmpty();
        assertThat(chart.points().getFirst().y())
                .isGreaterThan(chart.points().getLast().y());
        assertThat(chart.levels().getFirst().y())
                .isGreaterThan(chart.points().getFirst().y());
        assertThat(chart.points().getLast().remarkable()).isTrue();
    }

    @Test
    void draws_a_second_line_where_there_is_something_to_compare_with() {
        LineChart chart = LineChart.ofParts(
                "Yield",
                List.of(
                        new LineChart.Entry("Oct", new BigDecimal("0.5"), null, false),
                        new LineChart.Entry("Nov", BigDecimal.ONE, new BigDecimal("0.9"), false)));

        assertThat(chart.first().split(" ")).hasSize(2);
        assertThat(chart.second().split(" ")).hasSize(1);
    }
}
