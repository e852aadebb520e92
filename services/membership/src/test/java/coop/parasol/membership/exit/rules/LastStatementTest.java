package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LastStatementTest {

    private static final LocalDate VALUED = LocalDate.of(2026, 8, 31);

    @Test
    void a_membership_waits_for_the_last_statement_at_latest_the_bylaws_months_after_the_valuation() {
        LocalDate until = LastStatement.waitedForUntil(VALUED, 6);

        assertThat(until).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(LastStatement.isOver(true, until, VALUED)).isFalse();
        assertThat(LastStatement.isOver(true, until, until)).isFalse();
        assertThat(LastStatement.isOver(true, until, until.plusDays(1))).isTrue();
    }

    @Test
    void a_membership_without_receipts_to_divide_waits_for_nothing() {
        assertThat(LastStatement.isOver(false, LastStatement.waitedForUntil(VALUED, 6), VALUED))
                .isTrue();
    }
}
