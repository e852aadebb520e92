package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.membership.exit.rules.PendingSteps.Clearances;
import coop.parasol.membership.exit.rules.PendingSteps.Next;
import coop.parasol.membership.exit.rules.PendingSteps.Unpaid;
import coop.parasol.membership.exit.rules.PendingSteps.Waiting;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an exit waits for, through whom and by when. */
class PendingStepsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void before_the_valuation_every_missing_clearance_and_the_notice_are_waited_for() {
        LocalDate noticeUntil = TODAY.plusDays(1);

        assertThat(PendingSteps.beforeValuation(new Clearances(false, false, false), noticeUntil, TODAY))
                .containsExactly(
                        new Waiting(Next.PRODUCTION_CLEARS, "production", null),
                        new Waiting(Next.QUALITY_CLEARS, "quality", null),
                        new Waiting(Next.DISTRIBUTION_CLEARS, "distribution", null),
                        new Waiting(Next.NOTICE_ENDS, "time", noticeUntil),
                        new Waiting(Next.SHARE_IS_VALUED, "membership", null));
    }

    @Test
    void a_cleared_exit_is_valued_when_its_notice_is_over() {
        Clearances all = new Clearances(true, true, true);

        assertThat(PendingSteps.beforeValuation(all, TODAY.plusDays(9), TODAY))
                .containsExactly(
                        new Waiting(Next.NOTICE_ENDS, "time", TODAY.plusDays(9)),
                        new Waiting(Next.SHARE_IS_VALUED, "membership", TODAY.plusDays(9)));
        assertThat(PendingSteps.beforeValuation(all, TODAY, TODAY))
                .containsExactly(new Waiting(Next.SHARE_IS_VALUED, "membership", TODAY));
        assertThat(PendingSteps.beforeValuation(all, TODAY.minusDays(3), TODAY))
                .containsExactly(new Waiting(Next.SHARE_IS_VALUED, "membership", TODAY));
    }

    @Test
    void after_the_valuation_each_unpaid_payment_and_the_holdback_are_waited_for() {
        List<Unpaid> unpaid = List.of(
                new Unpaid(ExitPaymentState.DUE, TODAY),
                new Unpaid(ExitPaymentState.QUEUED, TODAY),
                new Unpaid(ExitPaymentState.PLANNED, TODAY.plusMonths(3)),
                new Unpaid(ExitPaymentState.PLANNED, TODAY.minusDays(1)));

        assertThat(PendingSteps.afterValuation(unpaid, TODAY.plusYears(1), null, TODAY))
                .containsExactly(
                        new Waiting(Next.PAYMENT_IS_MADE, "treasurer", null),
                        new Waiting(Next.ROOM_UNDER_THE_CAP, "time", LocalDate.of(2027, 1, 1)),
                        new Waiting(Next.PAYMENT_COMES_DUE, "time", TODAY.plusMonths(3)),
                        new Waiting(Next.PAYMENT_COMES_DUE, "time", TODAY),
                        new Waiting(Next.HOLDBACK_IS_RELEASED, "time", TODAY.plusYears(1)));
        assertThat(PendingSteps.afterValuation(List.of(), null, null, TODAY)).isEmpty();
    }

    @Test
    void a_paid_payment_is_not_waited_for() {
        List<Unpaid> paid = List.of(new Unpaid(ExitPaymentState.PAID, TODAY));

        assertThatThrownBy(() -> PendingSteps.afterValuation(paid, null, null, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
