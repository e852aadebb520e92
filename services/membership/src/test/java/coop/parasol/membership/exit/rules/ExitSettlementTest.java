package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** payable = equal share at v + patronage capital - debts. */
class ExitSettlementTest {

    private static final LocalDate ASKED = LocalDate.of(2026, 11, 24);

    /** The vector of the rules: the first member's capital is 1,230.40. */
    @Test
    void a_leaving_member_gets_its_equal_share_and_its_patronage_capital() {
        assertThat(ExitSettlement.value(100_000, 23_040, 0).payable()).isEqualTo(123_040);
    }

    @Test
    void debts_are_set_off_up_to_the_equity() {
        assertThat(ExitSettlement.value(100_000, 0, 30_000))
                .isEqualTo(new ExitSettlement.Valuation(100_000, 0, 30_000, 70_000));
        assertThat(ExitSettlement.value(100_000, 0, 130_000).payable()).isZero();
    }

    @Test
    void the_account_at_the_valuation_date_is_divided_to_the_minor_unit() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            ExitSettlement.Valuation value = ExitSettlement.value(
                    random.nextInt(1_000_000), random.nextInt(1_000_000), random.nextInt(2_500_000));

            assertThat(value.payable() + value.debts()).isEqualTo(value.equalShare() + value.patronageCapital());
            assertThat(value.payable()).isNotNegative();
        }
    }

    @Test
    void valued_when_notice_is_over_and_all_three_services_have_cleared() {
        LocalDate until = ExitSettlement.noticeUntil(ASKED, Period.ofDays(90));

        assertThat(until).isEqualTo(LocalDate.of(2027, 2, 22));
        assertThat(ExitSettlement.isDue(ExitState.CLEARED, until, until)).isTrue();
        assertThat(ExitSettlement.isDue(ExitState.CLEARED, until, until.minusDays(1)))
                .isFalse();
        assertThat(ExitSettlement.isDue(ExitState.ASKED, until, until.plusYears(1)))
                .isFalse();
        assertThat(ExitSettlement.isDue(ExitState.VALUED, until, until)).isFalse();
    }

    @Test
    void withdrawn_until_the_share_is_valued() {
        for (ExitState state : ExitState.values()) {
            assertThat(state.canBeWithdrawn()).isEqualTo(state == ExitState.ASKED || state == ExitState.CLEARED);
        }
    }
}
