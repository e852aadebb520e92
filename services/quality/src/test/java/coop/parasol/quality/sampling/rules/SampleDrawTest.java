package coop.parasol.quality.sampling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sample is drawn by a recorded random seed, so that it can be drawn again by anyone who checks. */
class SampleDrawTest {

    private static String seed(long number) {
        return HexFormat.of().toHexDigits(number);
    }

    @Test
    void the_digest_of_a_seed_is_its_SHA_256() {
        assertThat(SampleDraw.digest("00".repeat(32)))
                .isEqualTo("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    }

    /** Drawn by another program from the description in the doc comment. */
    @Test
    void anyone_draws_the_same_units_from_the_seed() {
        assertThat(SampleDraw.units(seed(42), 300, 10))
                .isEqualTo(List.of(261L, 227L, 181L, 42L, 145L, 192L, 92L, 160L, 272L, 112L));
        assertThat(SampleDraw.units(seed(-7), 1000, 5)).isEqualTo(List.of(995L, 574L, 588L, 388L, 368L));
    }

    @Test
    void a_sample_has_as_many_different_units_of_the_lot_as_it_should() {
        Random random = new Random(105);
        for (int i = 0; i < 500; i++) {
            int lot = 1 + random.nextInt(3000);
            int size = 1 + random.nextInt(200);
            List<Long> units = SampleDraw.units(seed(random.nextLong()), lot, size);

            assertThat(units).hasSize(Math.min(lot, size));
            assertThat(new HashSet<>(units)).hasSameSizeAs(units);
            assertThat(units).allMatch(unit -> unit >= 1 && unit <= lot);
        }
    }

    @Test
    void what_an_earlier_inspection_has_destroyed_is_not_drawn_again() {
        Set<Long> gone = Set.of(261L, 181L, 272L);

        assertThat(SampleDraw.units(seed(42), 300, 7, gone)).isEqualTo(List.of(227L, 42L, 145L, 192L, 92L, 160L, 112L));
        assertThat(SampleDraw.units(seed(42), 5, 3, Set.of(1L, 4L))).isEqualTo(List.of(2L, 3L, 5L));
        assertThat(SampleDraw.units(seed(42), 5, 80, Set.of(1L, 4L))).isEqualTo(List.of(2L, 3L, 5L));
    }

    @Test
    void a_smaller_sample_is_the_first_units_of_the_same_draw() {
        assertThat(SampleDraw.units(seed(7), 10_000, 80).subList(0, 32))
                .isEqualTo(SampleDraw.units(seed(7), 10_000, 32));
    }

    @Test
    void every_unit_is_as_likely_as_another() {
        int[] seen = new int[20];
        for (long seed = 0; seed < 4000; seed++) {
            SampleDraw.units(seed(seed), 20, 5).forEach(unit -> seen[(int) (unit - 1)]++);
        }

        assertThat(Arrays.stream(seen))
                .as("1000 expected each, standard deviation 27")
                .allMatch(count -> count > 860 && count < 1140);
    }
}
