package coop.parasol.portal.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers out of metrics. */
class MetricsTest {

    private static final Metrics METRICS = new Metrics("""
            # TYPE lag gauge
            lag{topic="a",partition="0"} NaN
            lag{topic="a",partition="1"} 3.0
            lag{topic="b",partition="0"} 12.0
            lag_total 99.0
            never{topic="a"} NaN
            """);

    @Test
    void the_highest_of_all_samples_is_taken_and_what_is_no_number_left_out() {
        assertThat(METRICS.highest("lag")).hasValue(12);
    }

    @Test
    void a_metric_without_a_number_has_none() {
        assertThat(METRICS.highest("never")).isEmpty();
        assertThat(METRICS.highest("unknown")).isEmpty();
    }
}
