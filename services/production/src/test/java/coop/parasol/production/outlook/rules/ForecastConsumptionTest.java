package coop.parasol.production.outlook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Wanted of a partner, of rules.md 5: the larger of its orders and its forecast. */
class ForecastConsumptionTest {

    @Test
    void orders_consume_the_forecast_of_their_week() {
        assertThat(unconsumed(100, 0)).isEqualTo(100);
        assertThat(unconsumed(100, 60)).isEqualTo(40);
        assertThat(unconsumed(100, 100)).isZero();
    }

    @Test
    void what_is_ordered_beyond_the_forecast_is_wanted_and_leaves_nothing_of_it() {
        assertThat(unconsumed(100, 130)).isZero();
        assertThat(130 + unconsumed(100, 130)).isEqualTo(130);
    }

    @Test
    void orders_and_what_they_leave_of_the_forecast_are_the_larger_of_both() {
        for (long forecast = 0; forecast < 20; forecast++) {
            for (long ordered = 0; ordered < 20; ordered++) {
                assertThat(ordered + unconsumed(forecast, ordered)).isEqualTo(Math.max(ordered, forecast));
            }
        }
    }

    private static long unconsumed(long forecast, long ordered) {
        return ForecastConsumption.unconsumed(BigDecimal.valueOf(forecast), BigDecimal.valueOf(ordered))
                .longValueExact();
    }
}
