package coop.parasol.production.counting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Wanted, of rules.md 5: of each partner the larger of orders and forecast, of all less stock that is not needed earlier. */
class WantedQuantityTest {

    @Test
    void stock_lessens_what_is_wanted_only_as_far_as_earlier_weeks_leave_it() {
        assertThat(wanted(100, 0, 30, 0)).isEqualTo(70);
        assertThat(wanted(100, 20, 30, 0)).isEqualTo(90);
        assertThat(wanted(100, 50, 30, 0)).isEqualTo(100);
    }

    @Test
    void no_less_than_nothing_is_wanted() {
        assertThat(wanted(100, 0, 500, 0)).isZero();
        assertThat(wanted(0, 0, 0, 0)).isZero();
    }

    @Test
    void what_was_made_early_for_the_weeks_commitments_does_not_lessen_what_they_count_for() {
        assertThat(wanted(100, 0, 60, 60)).isEqualTo(100);
        assertThat(wanted(100, 0, 60, 40)).isEqualTo(80);
        assertThat(wanted(100, 0, 60, 90)).isEqualTo(100);
    }

    @Test
    void goods_that_are_dispatched_early_change_nothing_whether_they_were_made_for_the_week_or_before() {
        for (long reported : new long[] {0, 40, 60, 90}) {
            for (long dispatched = 0; dispatched <= 60; dispatched += 20) {
                assertThat(wanted(100, 0, 60 - dispatched, dispatched, reported))
                        .as("%d dispatched, %d reported", dispatched, reported)
                        .isEqualTo(wanted(100, 0, 60, reported));
            }
        }
    }

    private static long wanted(long demand, long earlier, long stock, long reported) {
        return wanted(demand, earlier, stock, 0, reported);
    }

    private static long wanted(long demand, long earlier, long stock, long dispatched, long reported) {
        return WantedQuantity.of(
                        BigDecimal.valueOf(demand),
                        BigDecimal.valueOf(Math.max(0, stock - earlier)),
                        BigDecimal.valueOf(dispatched),
                        BigDecimal.valueOf(reported))
                .longValueExact();
    }
}
