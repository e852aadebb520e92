package coop.parasol.distribution.order.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.order.rules.OrderState.Progress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The state of an order follows from where its units and its money are. */
class OrderStateTest {

    @Test
    void the_state_follows_from_where_the_units_are() {
        assertThat(state(10, 0, 0, 0)).isEqualTo(OrderState.ACCEPTED);
        assertThat(state(10, 4, 0, 0)).isEqualTo(OrderState.PART_ALLOCATED);
        assertThat(state(10, 10, 0, 0)).isEqualTo(OrderState.ALLOCATED);
        assertThat(state(10, 10, 4, 4)).isEqualTo(OrderState.ALLOCATED);
        assertThat(state(10, 10, 10, 4)).isEqualTo(OrderState.DISPATCHED);
        assertThat(state(10, 10, 10, 10)).isEqualTo(OrderState.DELIVERED);
        assertThat(state(0, 0, 0, 0)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void invoiced_and_paid_come_after_the_delivery_of_all() {
        List<Progress> delivered = List.of(progress(5, 5, 5, 5));

        assertThat(OrderState.of(delivered, true, false)).isEqualTo(OrderState.INVOICED);
        assertThat(OrderState.of(delivered, true, true)).isEqualTo(OrderState.PAID);
        assertThat(OrderState.of(List.of(progress(5, 5, 5, 4)), true, true)).isEqualTo(OrderState.DISPATCHED);
    }

    @Test
    void random_progress_makes_allowed_transitions_only() {
        Random random = new Random(3);
        for (int order = 0; order < 2000; order++) {
            int wanted = 1 + random.nextInt(6);
            int[] at = {0, 0, 0};
            OrderState before = OrderState.ACCEPTED;
            while (at[2] < wanted) {
                int step = random.nextInt(3);
                int bound = step == 0 ? wanted : at[step - 1];
                at[step] = Math.min(bound, at[step] + 1);
                OrderState now = state(wanted, at[0], at[1], at[2]);

                assertThat(before.canTransitionTo(now))
                        .as(before + " -> " + now)
                        .isTrue();
                before = now;
            }
            assertThat(before.canTransitionTo(OrderState.CANCELLED)).isFalse();
        }
    }

    private static OrderState state(int wanted, int allocated, int dispatched, int delivered) {
        return OrderState.of(List.of(progress(wanted, allocated, dispatched, delivered)), false, false);
    }

    private static Progress progress(int wanted, int allocated, int dispatched, int delivered) {
        return new Progress(
                BigDecimal.valueOf(wanted),
                BigDecimal.valueOf(allocated),
                BigDecimal.valueOf(dispatched),
                BigDecimal.valueOf(delivered));
    }
}
