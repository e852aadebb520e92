package coop.parasol.production.freeze.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.production.freeze.rules.FreezeHorizon.WeekState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The freeze horizon of rules.md 5: nothing before the present ISO week, nothing inside the horizon. */
class FreezeHorizonTest {

    private static final int MINUTES_AROUND = 12 * 60;

    @ParameterizedTest
    @CsvSource({
        "Asia/Kolkata, 2026-11-30, 2026-W48, 2026-W49",
        "America/New_York, 2027-01-04, 2026-W53, 2027-W01",
        "Pacific/Auckland, 2026-12-28, 2026-W52, 2026-W53",
        "Europe/Madrid, 2026-03-30, 2026-W13, 2026-W14",
        "America/Santiago, 2026-09-07, 2026-W36, 2026-W37"
    })
    void a_week_is_frozen_from_the_first_minute_of_its_monday_in_the_firms_zone(
            String zoneId, LocalDate monday, String before, String after) {
        ZoneId zone = ZoneId.of(zoneId);
        Instant turn = monday.atStartOfDay(zone).toInstant();
        for (int minute = -MINUTES_AROUND; minute <= MINUTES_AROUND; minute++) {
            Instant now = turn.plusSeconds(60L * minute);
            LocalDate today = LocalDate.ofInstant(now, zone);
            Period last = FreezeHorizon.lastFrozen(today, 1);

            assertThat(last).as(ZonedDateTime.ofInstant(now, zone).toString()).hasToString(minute < 0 ? before : after);
            assertThat(FreezeHorizon.stateOf(Period.parse(after), today, last))
                    .isEqualTo(minute < 0 ? WeekState.OPEN : WeekState.FROZEN);
            assertThat(FreezeHorizon.stateOf(Period.parse(before), today, last))
                    .isEqualTo(minute < 0 ? WeekState.FROZEN : WeekState.OVER);
        }
    }

    @Test
    void the_horizon_counts_weeks_also_over_the_end_of_a_year_of_53_weeks() {
        LocalDate sunday = LocalDate.of(2026, 12, 27);

        assertThat(FreezeHorizon.lastFrozen(sunday, 0)).hasToString("2026-W51");
        assertThat(FreezeHorizon.lastFrozen(sunday, 1)).hasToString("2026-W52");
        assertThat(FreezeHorizon.lastFrozen(sunday, 2)).hasToString("2026-W53");
        assertThat(FreezeHorizon.lastFrozen(sunday, 3)).hasToString("2027-W01");
    }

    @Test
    void without_a_horizon_the_present_week_is_open_and_the_last_one_over() {
        LocalDate today = LocalDate.of(2026, 12, 30);
        Period last = FreezeHorizon.lastFrozen(today, 0);

        assertThat(FreezeHorizon.stateOf(Period.parse("2026-W53"), today, last)).isEqualTo(WeekState.OPEN);
        assertThat(FreezeHorizon.stateOf(Period.parse("2026-W52"), today, last)).isEqualTo(WeekState.OVER);
    }

    @Test
    void what_is_frozen_already_stays_frozen_when_the_horizon_shrinks() {
        LocalDate today = LocalDate.of(2026, 12, 30);

        assertThat(FreezeHorizon.stateOf(Period.parse("2027-W02"), today, Period.parse("2027-W02")))
                .isEqualTo(WeekState.FROZEN);
    }
}
