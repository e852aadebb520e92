package coop.parasol.membership.books.setoff.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.membership.bylaws.rules.Bylaws.SetOffOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueDebtTest {

    @Test
    void what_is_owed_is_due_but_for_the_parts_of_the_share_whose_day_has_not_come() {
        assertThat(DueDebt.of(1_000, 600, 200)).isEqualTo(new DueDebt(400, 200));
        assertThat(DueDebt.of(600, 600, 0)).isEqualTo(DueDebt.NONE);
        assertThat(DueDebt.of(-5, 0, 0)).as("the firm owes").isEqualTo(DueDebt.NONE);
    }

    @Test
    void one_payment_settles_in_the_order_of_the_bylaws() {
        DueDebt debt = new DueDebt(400, 200);

        assertThat(debt.ofSharePrice(450, SetOffOrder.CLAIMS_FIRST)).isEqualTo(50);
        assertThat(debt.ofSharePrice(450, SetOffOrder.SHARE_FIRST)).isEqualTo(200);
        assertThat(debt.less(450, SetOffOrder.CLAIMS_FIRST)).isEqualTo(new DueDebt(0, 150));
        assertThat(debt.less(450, SetOffOrder.SHARE_FIRST)).isEqualTo(new DueDebt(150, 0));
        assertThatThrownBy(() -> debt.less(601, SetOffOrder.CLAIMS_FIRST)).hasMessageContaining("less than nothing");
    }

    @Test
    void in_either_order_and_whatever_parts_all_that_is_due_is_settled_once() {
        Random random = new Random(2026);
        for (int round = 0; round < 1_000; round++) {
            DueDebt debt = new DueDebt(random.nextInt(100), random.nextInt(100));
            SetOffOrder order = random.nextBoolean() ? SetOffOrder.CLAIMS_FIRST : SetOffOrder.SHARE_FIRST;
            DueDebt left = debt;
            long price = 0;
            while (left.sum() > 0) {
                long amount = 1 + random.nextLong(left.sum());
                price += left.ofSharePrice(amount, order);
                long before = left.sum();
                left = left.less(amount, order);
                assertThat(left.sum()).isEqualTo(before - amount);
            }
            assertThat(price).isEqualTo(debt.sharePrice());
        }
    }
}
