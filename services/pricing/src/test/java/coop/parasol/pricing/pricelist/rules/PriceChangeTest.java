package coop.parasol.pricing.pricelist.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** All prices change by a percentage and are rounded half up to a grid. */
class PriceChangeTest {

    @Test
    void a_price_is_changed_exactly_and_rounded_half_up_to_the_grid() {
        assertThat(changed("102.50", 1, "3.5", "0.05")).as("106.0875").isEqualTo("106.10");
        assertThat(changed("100.00", 1, "0.025", "0.05")).as("100.025").isEqualTo("100.05");
        assertThat(changed("100.00", 1, "-3.5", "0.05")).isEqualTo("96.50");
        assertThat(changed("102.5", 1000, "3.5", "0.05"))
                .as("the grid is of the price's own base")
                .isEqualTo("106.10");
        assertThat(changed("0.02", 1, "3.5", "0.05"))
                .as("less than half the grid")
                .isEqualTo("0.00");
    }

    @Test
    void without_a_grid_a_price_keeps_the_decimals_that_a_price_may_have() {
        PriceChange change = new PriceChange(new BigDecimal("3.5"), null);

        assertThat(change.changed(UnitPrice.of("0.0025", "INR", 1)).text()).isEqualTo("0.0025875");
        assertThat(change.changed(UnitPrice.of("0.00000001", "INR", 1)).text()).isEqualTo("0.00000001");
    }

    /** Prices of 0.0001 to 10,000,000 in JPY, INR and KWD, for 1, 100 or 1,000 units. */
    @Test
    void a_changed_price_is_on_the_grid_and_at_most_half_of_it_away_and_the_order_of_prices_stays() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String currency = List.of("JPY", "INR", "KWD").get(random.nextInt(3));
            int per = List.of(1, 100, 1000).get(random.nextInt(3));
            BigDecimal grid = BigDecimal.valueOf(1 + random.nextInt(9), random.nextInt(5));
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(1000) - 900, 1);
            PriceChange change = new PriceChange(percent, grid);
            UnitPrice lower = price(random, currency, per);
            UnitPrice higher = new UnitPrice(
                    lower.amount().add(price(random, currency, per).amount()), currency, per);
            BigDecimal exact = lower.amount()
                    .multiply(BigDecimal.valueOf(100).add(percent))
                    .movePointLeft(2);
            BigDecimal rounded = change.changed(lower).amount();

            assertThat(rounded.remainder(grid)).as("seed %d", seed).isZero();
            assertThat(rounded.subtract(exact).abs().multiply(BigDecimal.TWO))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(grid);
            assertThat(change.changed(higher)).as("seed %d", seed).isGreaterThanOrEqualTo(change.changed(lower));
        }
    }

    private static UnitPrice price(Random random, String currency, int per) {
        return new UnitPrice(BigDecimal.valueOf(1 + random.nextInt(9), random.nextInt(12) - 7), currency, per);
    }

    private static String changed(String amount, int per, String percent, String grid) {
        return new PriceChange(new BigDecimal(percent), new BigDecimal(grid))
                .changed(UnitPrice.of(amount, "INR", per))
                .text();
    }
}
