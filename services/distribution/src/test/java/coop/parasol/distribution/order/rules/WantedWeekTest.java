package coop.parasol.distribution.order.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** No order stands before all others because its week is over, nor in a week that nobody plans. */
class WantedWeekTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @Test
    void goods_are_ordered_for_the_present_week_and_the_two_years_after_it() {
        assertThat(decide("2026-W49")).isEqualTo(new WantedWeek.Possible());
        assertThat(decide("2028-W48")).isEqualTo(new WantedWeek.Possible());
        assertThat(decide("2028-W49")).isEqualTo(new WantedWeek.TooFar(Period.parse("2028-W48")));
        assertThat(decide("9999-W52")).isEqualTo(new WantedWeek.TooFar(Period.parse("2028-W48")));
    }

    @Test
    void nothing_is_ordered_for_a_week_that_is_over() {
        assertThat(decide("2026-W48")).isEqualTo(new WantedWeek.Over());
        assertThat(decide("2020-W01")).isEqualTo(new WantedWeek.Over());
    }

    private static WantedWeek.Outcome decide(String week) {
        return WantedWeek.decide(Period.parse(week), TODAY);
    }
}
