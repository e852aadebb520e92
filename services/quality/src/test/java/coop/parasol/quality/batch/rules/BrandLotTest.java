package coop.parasol.quality.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The firm's own lot is a GS1 batch number (application identifier 10). */
class BrandLotTest {

    @Test
    void a_brand_lot_begins_with_year_and_day_of_the_year() {
        assertThat(BrandLot.of(LocalDate.of(2026, 11, 28), new byte[BrandLot.RANDOM_BYTES]))
                .isEqualTo("26332-00000000");
        assertThat(BrandLot.of(LocalDate.of(2099, 1, 1), new byte[] {-1, -1, -1, -1, -1}))
                .isEqualTo("99001-ZZZZZZZZ");
    }

    @Test
    void a_brand_lot_has_at_most_20_characters_of_the_GS1_set_and_differs_with_every_bit() {
        Random random = new Random(10);
        byte[] bytes = new byte[BrandLot.RANDOM_BYTES];
        random.nextBytes(bytes);
        Set<String> lots = new HashSet<>();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            lots.add(BrandLot.of(LocalDate.of(2026, 11, 28), changed));
        }

        assertThat(lots).hasSize(bytes.length * Byte.SIZE).allMatch(lot -> lot.matches("[0-9A-Z-]{1,20}"));
    }
}
