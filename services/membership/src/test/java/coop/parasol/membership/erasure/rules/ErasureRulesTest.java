package coop.parasol.membership.erasure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.firm.rules.FinancialYear;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

/** When the data of a firm may be erased. */
class ErasureRulesTest {

    @Test
    void only_who_has_left_and_is_owed_nothing_is_erased() {
        assertThat(ErasureRules.objection(false, 0, 0, false)).contains(ErasureRules.Objection.NOT_LEFT);
        assertThat(ErasureRules.objection(false, 1, 1, false)).contains(ErasureRules.Objection.NOT_LEFT);
        assertThat(ErasureRules.objection(true, 1, 0, false)).contains(ErasureRules.Objection.STILL_OWED);
        assertThat(ErasureRules.objection(true, 0, 1, false)).contains(ErasureRules.Objection.STILL_OWED);
        assertThat(ErasureRules.objection(true, 0, 0, true)).contains(ErasureRules.Objection.POOLS_OPEN);
        assertThat(ErasureRules.objection(true, 0, 0, false)).isEmpty();
    }

    @Test
    void books_are_kept_for_years_after_the_financial_year_in_which_a_member_has_left() {
        FinancialYear year = FinancialYear.of(LocalDate.of(2026, 11, 28), MonthDay.of(4, 1));

        assertThat(ErasureRules.keptUntil(year.lastDay(), 8)).isEqualTo("2035-03-31");
    }
}
