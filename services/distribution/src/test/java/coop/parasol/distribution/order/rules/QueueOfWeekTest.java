package coop.parasol.distribution.order.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Stock is not taken by a later week while an earlier one waits, of rules.md 6. */
class QueueOfWeekTest {

    private static final long LINES = 1L << 40;

    @Test
    void every_week_stands_before_the_next_however_many_lines_it_has_week_53_included() {
        for (LocalDate monday = LocalDate.parse("1970-01-05");
                monday.isBefore(LocalDate.parse("2120-01-01"));
                monday = monday.plusWeeks(1)) {
            long week = QueueOfWeek.base(Period.of(monday));
            assertThat(QueueOfWeek.base(Period.of(monday.plusWeeks(1)))).isEqualTo(week + LINES);
        }
        assertThat(QueueOfWeek.base(Period.parse("2026-W53"))).isLessThan(QueueOfWeek.base(Period.parse("2027-W01")));
    }

    @Test
    void the_last_week_that_there_is_fits_into_a_number_of_the_database() {
        assertThat(QueueOfWeek.base(Period.parse("9999-W52"))).isPositive().isLessThan(Long.MAX_VALUE - LINES);
    }
}
