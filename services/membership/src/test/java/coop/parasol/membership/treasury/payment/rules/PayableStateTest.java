package coop.parasol.membership.treasury.payment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Paid at most once, come back at most once; what is owed again is another payable. */
class PayableStateTest {

    @Test
    void what_was_paid_can_only_come_back_and_what_has_come_back_is_final() {
        for (PayableState next : PayableState.values()) {
            assertThat(PayableState.PAID.canBecome(next))
                    .as("paid, then %s", next)
                    .isEqualTo(next == PayableState.RETURNED);
            assertThat(PayableState.RETURNED.canBecome(next)).isFalse();
            assertThat(PayableState.CANCELLED.canBecome(next)).isFalse();
        }
    }

    @Test
    void only_what_is_in_a_run_is_paid_and_only_what_was_paid_comes_back() {
        for (PayableState state : PayableState.values()) {
            assertThat(state.canBecome(PayableState.PAID)).isEqualTo(state == PayableState.IN_RUN);
            assertThat(state.canBecome(PayableState.RETURNED)).isEqualTo(state == PayableState.PAID);
        }
        assertThat(EnumSet.allOf(PayableState.class).stream().filter(PayableState::wasPaid))
                .containsExactly(PayableState.PAID, PayableState.RETURNED);
    }
}
