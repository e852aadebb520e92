package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.membership.exit.rules.ExitSettlement.Instalment;
import coop.parasol.membership.exit.rules.ExitSettlement.Valuation;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** payable = equal share at v + patronage capital - debts - holdback. */
class ExitSettlementTest {

    private static final LocalDate VALUED = LocalDate.of(2026, 11, 30);
    private static final ExitTerms AT_ONCE = terms(1, 0, 0);

    /** The vector of the rules: the first member's capital is 1,230.40. */
    @Test
    void a_leaving_member_gets_its_equal_share_and_its_patronage_capital() {
        assertThat(ExitSettlement.value(100_000, 23_040, 0, AT_ONCE).payable()).isEqualTo(123_040);
    }

    @Test
    void debts_are_set_off_up_to_the_equity_and_the_remainder_stays_owed() {
        assertThat(ExitSettlement.value(100_000, 0, 30_000, AT_ONCE))
                .isEqualTo(new Valuation(100_000, 0, 30_000, 0, 0, 70_000));
        assertThat(ExitSettlement.value(100_000, 5_000, 130_000, terms(3, 1_000, 12)))
                .isEqualTo(new Valuation(100_000, 5_000, 105_000, 25_000, 0, 0));
    }

    @Test
    void the_holdback_is_the_bylaws_part_of_the_claim_after_debts() {
        Valuation value = ExitSettlement.value(100_000, 23_040, 3_041, terms(4, 1_000, 12));

        assertThat(value.holdback()).isEqualTo(11_999);
        assertThat(value.payable()).isEqualTo(108_000);
        assertThat(ExitSettlement.value(100_000, 0, 0, terms(4, 1_000, 0)).holdback())
                .isZero();
        assertThat(ExitSettlement.value(100_000, 0, 0, terms(4, 10_000, 6)).payable())
                .isZero();
    }

    @Test
    void instalments_are_equal_and_the_last_takes_the_remainder() {
        assertThat(ExitSettlement.instalments(100_000, VALUED, terms(3, 0, 0)))
                .containsExactly(
                        new Instalment(1, 33_333, VALUED),
                        new Instalment(2, 33_333, LocalDate.of(2027, 2, 28)),
                        new Instalment(3, 33_334, LocalDate.of(2027, 5, 30)));
    }

    @Test
    void no_instalment_is_nothing() {
        assertThat(ExitSettlement.instalments(2, VALUED, terms(5, 0, 0))).hasSize(2);
        assertThat(ExitSettlement.instalments(0, VALUED, terms(5, 0, 0))).isEmpty();
    }

    @Test
    void the_account_at_the_valuation_date_is_divided_to_the_minor_unit() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            ExitTerms terms = terms(1 + random.nextInt(24), random.nextInt(10_001), random.nextInt(3));
            Valuation value = ExitSettlement.value(
                    random.nextInt(1_000_000), random.nextInt(1_000_000), random.nextInt(2_500_000), terms);
            long instalments = ExitSettlement.instalments(value.payable(), VALUED, terms).stream()
                    .mapToLong(Instalment::amount)
                    .sum();

            assertThat(instalments + value.holdback() + value.debts())
                    .isEqualTo(value.equalShare() + value.patronageCapital());
            assertThat(List.of(value.payable(), value.holdback(), value.debts(), value.stillOwed()))
                    .allMatch(part -> part >= 0);
        }
    }

    @Test
    void valued_when_notice_is_over_and_all_three_services_have_cleared() {
        LocalDate asked = LocalDate.of(2026, 11, 24);
        LocalDate until = ExitKind.VOLUNTARY.noticeUntil(asked, Period.ofDays(90));

        assertThat(until).isEqualTo(LocalDate.of(2027, 2, 22));
        assertThat(ExitSettlement.isDue(ExitState.CLEARED, until, until)).isTrue();
        assertThat(ExitSettlement.isDue(ExitState.CLEARED, until, until.minusDays(1)))
                .isFalse();
        assertThat(ExitSettlement.isDue(ExitState.REQUESTED, until, until.plusYears(1)))
                .isFalse();
        assertThat(ExitSettlement.isDue(ExitState.VALUED, until, until)).isFalse();
    }

    @Test
    void only_a_voluntary_exit_has_a_notice_period() {
        for (ExitKind reason : List.of(ExitKind.DEATH, ExitKind.DISSOLUTION, ExitKind.EXPULSION)) {
            assertThat(reason.noticeUntil(VALUED, Period.ofDays(90))).isEqualTo(VALUED);
        }
    }

    @Test
    void an_exit_is_binding_from_the_first_day_after_its_notice() {
        assertThat(ExitSettlement.isBinding(VALUED, VALUED.minusDays(1))).isFalse();
        assertThat(ExitSettlement.isBinding(VALUED, VALUED)).isTrue();
        assertThat(ExitSettlement.isBinding(VALUED, VALUED.plusDays(1))).isTrue();
    }

    @Test
    void a_recorded_termination_is_reversed_until_the_share_is_valued() {
        assertThat(Arrays.stream(ExitState.values()).filter(ExitState::isBeforeValuation))
                .containsExactly(ExitState.REQUESTED, ExitState.BINDING, ExitState.CLEARED);
    }

    @Test
    void impossible_terms_are_refused() {
        assertThatThrownBy(() -> terms(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(1, 10_001, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(1, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ExitTerms terms(int instalments, int holdbackShare, int holdbackMonths) {
        return new ExitTerms(instalments, Period.ofMonths(3), holdbackShare, holdbackMonths);
    }
}
