package coop.parasol.production.reliability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Reliability, of rules.md 5: delivered over counted, by week. */
class ReliabilityTest {

    @Test
    void what_is_delivered_beyond_what_counted_makes_up_for_nothing_of_another_week() {
        Reliability reliability =
                Reliability.NOTHING_COUNTED.plus(decimal("100"), decimal("150")).plus(decimal("100"), decimal("50"));

        assertThat(reliability.counted()).isEqualByComparingTo("200");
        assertThat(reliability.delivered()).isEqualByComparingTo("150");
    }

    @Test
    void of_a_quantity_as_much_is_meant_as_was_delivered_of_what_counted_rounded_down() {
        Reliability reliability = Reliability.NOTHING_COUNTED.plus(decimal("3"), decimal("2"));

        assertThat(reliability.of(decimal("100"), 0)).isEqualByComparingTo("66");
        assertThat(reliability.of(decimal("100"), 2)).isEqualByComparingTo("66.66");
    }

    @Test
    void a_producer_of_which_nothing_has_counted_is_trusted() {
        assertThat(Reliability.NOTHING_COUNTED.of(decimal("100"), 0)).isEqualByComparingTo("100");
    }

    @Test
    void one_that_has_delivered_nothing_is_meant_for_nothing() {
        assertThat(Reliability.NOTHING_COUNTED
                        .plus(decimal("10"), BigDecimal.ZERO)
                        .of(decimal("100"), 0))
                .isEqualByComparingTo("0");
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }
}
