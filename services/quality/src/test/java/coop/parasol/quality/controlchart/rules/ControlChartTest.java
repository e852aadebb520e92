package coop.parasol.quality.controlchart.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Control limits from data and process capability, against published figures. */
class ControlChartTest {

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of batches, individuals and moving ranges. */
    private static final List<BigDecimal> FLOW_RATES =
            values("49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1");

    @Test
    void individuals_have_the_limits_of_the_NIST_handbook_6_3_2_2() {
        ControlChart chart =
                ControlChart.of(FLOW_RATES.stream().map(List::of).toList()).orElseThrow();

        assertThat(chart.size()).isEqualTo(1);
        assertThat(rounded(chart.rangeLimits().centre(), 4)).isEqualTo("1.8778");
        assertThat(rounded(chart.limits().centre(), 3)).isEqualTo("50.810");
        assertThat(rounded(chart.limits().upper(), 4)).isEqualTo("55.8041");
        assertThat(rounded(chart.limits().lower(), 4)).isEqualTo("45.8159");
        assertThat(chart.isInControl()).isTrue();
    }

    /** Montgomery, Introduction to Statistical Quality Control, 6.2: 25 samples of 5 flow widths in a hard-bake process. */
    @Test
    void averages_and_ranges_have_the_limits_of_montgomery_6_2() {
        BigDecimal average = new BigDecimal("1.5056");
        BigDecimal averageRange = new BigDecimal("0.32521");

        ControlLimits averages = ControlLimits.ofAverages(average, averageRange, 5);
        assertThat(rounded(averages.upper(), 5)).isEqualTo("1.69325");
        assertThat(rounded(averages.lower(), 5)).isEqualTo("1.31795");
        ControlLimits ranges = ControlLimits.ofRanges(averageRange, 5);
        assertThat(rounded(ranges.upper(), 5)).isEqualTo("0.68749");
        assertThat(ranges.lower()).isEqualByComparingTo("0");
    }

    @Test
    void capability_is_that_of_montgomery_6_2() {
        BigDecimal deviation =
                new BigDecimal("0.32521").divide(ChartConstants.of(5).d2(), 10, RoundingMode.HALF_UP);
        assertThat(rounded(deviation, 4)).isEqualTo("0.1398");

        ProcessCapability capability = ProcessCapability.of(
                        new BigDecimal("1.5056"), deviation, new BigDecimal("1.00"), new BigDecimal("2.00"))
                .orElseThrow();

        assertThat(rounded(Objects.requireNonNull(capability.cp()), 3)).isEqualTo("1.192");
        assertThat(rounded(capability.cpk(), 3)).isEqualTo("1.179");
    }

    @Test
    void with_one_limit_there_is_no_CP_and_without_spread_no_capability() {
        BigDecimal one = BigDecimal.ONE;

        assertThat(ProcessCapability.of(one, one, null, BigDecimal.TEN))
                .hasValueSatisfying(capability -> assertThat(capability.cpk()).isEqualByComparingTo("3"));
        assertThat(ProcessCapability.of(one, one, null, BigDecimal.TEN)
                        .orElseThrow()
                        .cp())
                .isNull();
        assertThat(ProcessCapability.of(one, one, BigDecimal.TEN, null))
                .as("a mean outside its limit")
                .hasValueSatisfying(capability -> assertThat(capability.cpk()).isEqualByComparingTo("-3"));
        assertThat(ProcessCapability.of(one, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN))
                .isEmpty();
        assertThat(ProcessCapability.of(one, one, null, null)).isEmpty();
    }

    @Test
    void a_subgroup_is_as_large_as_the_smallest_lot_and_ten_at_most_and_taken_evenly() {
        List<BigDecimal> large =
                IntStream.range(0, 40).mapToObj(BigDecimal::valueOf).toList();

        ControlChart three =
                ControlChart.of(List.of(large, values("1", "2", "3"))).orElseThrow();
        assertThat(three.size()).isEqualTo(3);
        assertThat(three.ranges().getFirst()).as("units 0, 13 and 26 of 40").isEqualByComparingTo("26");
        assertThat(ControlChart.of(List.of(large, large)).orElseThrow().size()).isEqualTo(10);
        assertThat(ControlChart.of(List.of(large))).isEmpty();
    }

    @Test
    void a_point_or_a_range_beyond_its_limit_is_out_of_control() {
        List<List<BigDecimal>> steady =
                Stream.generate(() -> values("9", "11")).limit(20).toList();
        assertThat(ControlChart.of(steady).orElseThrow().isInControl()).isTrue();

        assertThat(ControlChart.of(with(steady, values("14", "16")))
                        .orElseThrow()
                        .isInControl())
                .as("an average beyond")
                .isFalse();
        assertThat(ControlChart.of(with(steady, values("1", "19")))
                        .orElseThrow()
                        .isInControl())
                .as("a range beyond")
                .isFalse();
    }

    private static List<List<BigDecimal>> with(List<List<BigDecimal>> lots, List<BigDecimal> another) {
        return Stream.concat(lots.stream(), Stream.of(another)).toList();
    }

    private static String rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static List<BigDecimal> values(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }
}
