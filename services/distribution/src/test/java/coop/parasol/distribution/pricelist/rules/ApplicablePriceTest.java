package coop.parasol.distribution.pricelist.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A price is (product, grade, tier, minimum quantity, valid from); the next version supersedes. */
class ApplicablePriceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final List<PublishedPrice> PRICES = List.of(
            price(1, 0, "10.00", NOW.minusSeconds(100)),
            price(2, 0, "11.00", NOW.minusSeconds(50)),
            price(3, 0, "12.00", NOW.plusSeconds(1)),
            price(4, 100, "9.00", NOW.minusSeconds(100)));

    @Test
    void the_latest_version_in_force() {
        assertThat(applying("5", NOW)).isEqualTo("11.00");
        assertThat(applying("5", NOW.minusSeconds(60))).isEqualTo("10.00");
        assertThat(applying("5", NOW.plusSeconds(1))).isEqualTo("12.00");
        assertThat(applying("5", NOW.minusSeconds(101))).isEqualTo("none");
    }

    @Test
    void the_highest_minimum_quantity_that_the_line_reaches() {
        assertThat(applying("99", NOW)).isEqualTo("11.00");
        assertThat(applying("100", NOW)).isEqualTo("9.00");
    }

    @Test
    void of_its_product_grade_tier_and_unit_only() {
        assertThat(ApplicablePrice.find(PRICES, "LAMP", "B", "RETAIL", Quantity.of(1, "C62"), NOW))
                .isEmpty();
        assertThat(ApplicablePrice.find(PRICES, "LAMP", "A", "EXPORT", Quantity.of(1, "C62"), NOW))
                .isEmpty();
        assertThat(ApplicablePrice.find(PRICES, "SOFA", "A", "RETAIL", Quantity.of(1, "C62"), NOW))
                .isEmpty();
        assertThat(ApplicablePrice.find(PRICES, "LAMP", "A", "RETAIL", Quantity.of(1, "KGM"), NOW))
                .isEmpty();
    }

    @Test
    void one_price_in_force_per_minimum_quantity() {
        assertThat(ApplicablePrice.inForce(PRICES, NOW))
                .extracting(price -> price.unitPrice().amount())
                .containsExactlyInAnyOrder("11.00", "9.00");
    }

    private static String applying(String quantity, Instant at) {
        return ApplicablePrice.find(PRICES, "LAMP", "A", "RETAIL", Quantity.of(quantity, "C62"), at)
                .map(price -> price.unitPrice().amount())
                .orElse("none");
    }

    private static PublishedPrice price(long id, long minimum, String amount, Instant from) {
        return new PublishedPrice(
                new UUID(0, id), "LAMP", "A", "RETAIL", Quantity.of(minimum, "C62"), Money.of(amount, "INR"), from);
    }
}
