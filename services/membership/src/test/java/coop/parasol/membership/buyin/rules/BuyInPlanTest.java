package coop.parasol.membership.buyin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The price of a share in parts is the price of a share. */
class BuyInPlanTest {

    @Test
    void what_cannot_be_divided_is_in_the_first_part() {
        assertThat(BuyInPlan.parts(100_000, 3)).containsExactly(33_334L, 33_333L, 33_333L);
        assertThat(BuyInPlan.parts(100_000, 1)).containsExactly(100_000L);
        assertThat(BuyInPlan.parts(2, 5)).containsExactly(1L, 1L);
    }

    @Test
    void the_parts_are_together_the_price_and_each_is_something() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            long price = 1 + random.nextLong(1_000_000_000_000L);
            int instalments = 1 + random.nextInt(60);

            assertThat(BuyInPlan.parts(price, instalments))
                    .hasSizeLessThanOrEqualTo(instalments)
                    .allMatch(part -> part > 0);
            assertThat(BuyInPlan.parts(price, instalments).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(price);
        }
    }
}
