package coop.parasol.firm;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.firm.rules.FoundingSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Days, weeks and years are those of the firm's zone: half past midnight in India is the evening before in UTC. */
class FirmClockTest {

    private static final FoundingSettings INDIAN =
            new FoundingSettings("Chhatri Ltd.", "INR", ZoneId.of("Asia/Kolkata"), "8901234", MonthDay.of(4, 1), "IN");

    @Test
    void half_past_midnight_on_new_year_is_the_new_year_and_still_week_53() {
        FirmClock clock = at("2026-12-31T19:00:00Z");

        assertThat(clock.today()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(clock.thisWeek()).hasToString("2026-W53");
        assertThat(clock.financialYear(clock.today()).label()).isEqualTo("2026-27");
    }

    @Test
    void half_past_midnight_on_the_first_of_april_is_the_new_financial_year() {
        FirmClock clock = at("2027-03-31T19:00:00Z");

        assertThat(clock.financialYear(clock.today()).label()).isEqualTo("2027-28");
        assertThat(clock.financialYear(clock.day(clock.now().minusSeconds(1801)))
                        .label())
                .isEqualTo("2026-27");
    }

    @Test
    void a_year_that_has_53_weeks_ends_with_its_53rd() {
        assertThat(at("2027-01-03T18:29:59Z").thisWeek()).hasToString("2026-W53");
        assertThat(at("2027-01-03T18:30:00Z").thisWeek()).hasToString("2027-W01");
    }

    @Test
    void a_day_begins_at_midnight_of_the_zone() {
        assertThat(at("2027-01-01T00:00:00Z").startOfDay(LocalDate.of(2027, 1, 1)))
                .isEqualTo(Instant.parse("2026-12-31T18:30:00Z"));
    }

    private static FirmClock at(String moment) {
        return new FirmClock(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), () -> INDIAN);
    }
}
