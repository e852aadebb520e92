package coop.parasol.firm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

/** The financial year begins on the day that the firm was founded with. */
class FinancialYearTest {

    private static final MonthDay APRIL = MonthDay.of(4, 1);

    @Test
    void a_year_that_begins_in_april_has_the_january_after_it() {
        assertThat(FinancialYear.of(LocalDate.of(2027, 3, 31), APRIL).label()).isEqualTo("2026-27");
        assertThat(FinancialYear.of(LocalDate.of(2027, 4, 1), APRIL).label()).isEqualTo("2027-28");
        assertThat(FinancialYear.of(LocalDate.of(2099, 5, 1), APRIL).label()).isEqualTo("2099-00");
        assertThat(FinancialYear.of(LocalDate.of(2027, 1, 1), APRIL).lastDay()).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @Test
    void the_calendar_year_is_one_year() {
        FinancialYear year = FinancialYear.of(LocalDate.of(2026, 12, 31), MonthDay.of(1, 1));

        assertThat(year.label()).isEqualTo("2026");
        assertThat(year.lastDay()).isEqualTo(LocalDate.of(2026, 12, 31));
    }
}
