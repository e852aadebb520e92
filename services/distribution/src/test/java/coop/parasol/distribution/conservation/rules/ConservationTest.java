package coop.parasol.distribution.conservation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every certified unit is in one place, and no place holds less than nothing. */
class ConservationTest {

    private static final int PLACES = 9;

    @Test
    void units_in_all_places_together_are_the_certified_ones() {
        Conservation units = units(214, 100, 50, 30, 20, 7, 1, 1, 1, 4);

        assertThat(units.difference()).isEqualByComparingTo("0");
        assertThat(units.holds()).isTrue();
        assertThat(units(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).holds()).isTrue();
    }

    @Test
    void units_that_are_nowhere_or_come_from_nowhere_are_counted() {
        Conservation lost = units(210, 100, 50, 30, 20, 7, 1, 0, 0, 0);
        Conservation found = units(210, 100, 50, 30, 20, 7, 1, 3, 2, 2);

        assertThat(lost.difference()).isEqualByComparingTo("2");
        assertThat(lost.holds()).isFalse();
        assertThat(found.difference()).isEqualByComparingTo("-5");
        assertThat(found.holds()).isFalse();
    }

    @Test
    void no_place_holds_less_than_nothing_even_where_the_sum_is_right() {
        for (int place = 0; place < PLACES; place++) {
            long[] places = {10, 10, 10, 10, 10, 10, 10, 10, 10};
            places[place] = -1;
            places[(place + 1) % PLACES] = 21;

            Conservation units = units(90, places);

            assertThat(units.difference()).isEqualByComparingTo("0");
            assertThat(units.holds()).as("place %d", place).isFalse();
        }
    }

    @Test
    void moving_units_from_place_to_place_loses_none_over_random_histories() {
        Random random = new Random(93);
        for (int history = 0; history < 200; history++) {
            long certified = random.nextLong(1, 1_000);
            long[] places = {certified, 0, 0, 0, 0, 0, 0, 0, 0};
            for (int move = 0; move < 50; move++) {
                int from = random.nextInt(PLACES);
                int to = random.nextInt(PLACES);
                long moved = random.nextLong(places[from] + 1);
                places[from] -= moved;
                places[to] += moved;

                assertThat(units(certified, places).holds()).isTrue();
                assertThat(units(certified + 1, places).holds()).isFalse();
            }
        }
    }

    private static Conservation units(long certified, long... places) {
        return new Conservation(
                BigDecimal.valueOf(certified),
                BigDecimal.valueOf(places[0]),
                BigDecimal.valueOf(places[1]),
                BigDecimal.valueOf(places[2]),
                BigDecimal.valueOf(places[3]),
                BigDecimal.valueOf(places[4]),
                BigDecimal.valueOf(places[5]),
                BigDecimal.valueOf(places[6]),
                BigDecimal.valueOf(places[7]),
                BigDecimal.valueOf(places[8]));
    }
}
