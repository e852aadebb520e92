package coop.parasol.distribution.forecast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A partner changes what it forecasts for a week until the bylaws' day, of rules.md 5. */
class ForecastDeadlineTest {

    @Test
    void the_last_day_is_so_many_days_before_the_monday_of_the_week() {
        assertThat(ForecastDeadline.lastDay(Period.parse("2026-W50"), 7)).isEqualTo("2026-11-30");
        assertThat(ForecastDeadline.lastDay(Period.parse("2026-W50"), 0)).isEqualTo("2026-12-07");
    }

    @Test
    void the_week_after_week_53_is_the_first_of_the_next_year() {
        assertThat(ForecastDeadline.firstOpen(LocalDate.parse("2026-12-22"), 7)).isEqualTo(Period.parse("2027-W01"));
        assertThat(ForecastDeadline.firstOpen(LocalDate.parse("2026-12-21"), 7)).isEqualTo(Period.parse("2026-W53"));
    }

    @Test
    void a_week_is_open_up_to_its_last_day_and_no_earlier_week_is() {
        for (int days = 0; days <= 91; days++) {
            for (LocalDate today = LocalDate.parse("2026-12-14");
                    today.isBefore(LocalDate.parse("2027-01-20"));
                    today = today.plusDays(1)) {
                Period first = ForecastDeadline.firstOpen(today, days);
                assertThat(today).isBeforeOrEqualTo(ForecastDeadline.lastDay(first, days));
                Period before = Period.of(first.monday().minusWeeks(1));
                assertThat(today).isAfter(ForecastDeadline.lastDay(before, days));
            }
        }
    }
}
