package coop.parasol.quality.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A nonconforming lot may be sorted: the good part is re-inspected as a lot of its own, the rest scrapped. */
class SortingTest {

    @Test
    void of_a_lot_of_100_with_20_defective_units_80_go_on_and_20_are_scrapped() {
        assertThat(isPossible("80", "100", 20)).isTrue();
        assertThat(isPossible("81", "100", 20)).isFalse();
    }

    @Test
    void the_units_that_the_inspection_has_found_are_among_those_that_are_scrapped() {
        assertThat(isPossible("98", "100", 2)).isTrue();
        assertThat(isPossible("99", "100", 2)).isFalse();
        assertThat(isPossible("0.000001", "2", 1)).isTrue();
        assertThat(isPossible("1", "2", 2)).isFalse();
    }

    @Test
    void something_goes_on_and_something_is_scrapped() {
        assertThat(isPossible("0", "100", 0)).isFalse();
        assertThat(isPossible("-1", "100", 0)).isFalse();
        assertThat(isPossible("100", "100", 0)).isFalse();
        assertThat(isPossible("99.999999", "100", 0)).isTrue();
    }

    private static boolean isPossible(String good, String left, long found) {
        return Sorting.refusal(new BigDecimal(good), new BigDecimal(left), found)
                .isEmpty();
    }
}
