package coop.parasol.quality.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mean and sample standard deviation of measured values. */
class ValueSummaryTest {

    @Test
    void the_flow_rates_of_the_NIST_handbook_6_3_2_2_have_their_published_mean() {
        ValueSummary summary =
                ValueSummary.of(values("49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"));

        assertThat(summary.mean()).isEqualTo("50.810");
        assertThat(summary.lowest()).isEqualTo("47.6");
        assertThat(summary.highest()).isEqualTo("53.6");
        assertThat(summary.number()).isEqualTo(10);
    }

    @Test
    void the_deviation_divides_by_one_less_than_the_number_of_values() {
        assertThat(ValueSummary.of(values("2", "4", "4", "4", "5", "5", "7", "9"))
                        .deviation())
                .as("the square root of 32 / 7")
                .isEqualTo("2.14");
        assertThat(ValueSummary.of(values("1.0", "1.0")).deviation()).isEqualTo("0.000");
        assertThat(ValueSummary.of(values("1.0")).deviation()).isNull();
    }

    private static List<BigDecimal> values(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }
}
