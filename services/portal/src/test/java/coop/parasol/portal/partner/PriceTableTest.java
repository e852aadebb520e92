package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.Listed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final PartnerClient.Offer LAMP = new PartnerClient.Offer(
            "LAMP",
            "Brass lamp",
            "C62",
            List.of("A", "B"),
            List.of(
                    price("A", "RETAIL", 1, 1000),
                    price("A", "RETAIL", 100, 900),
                    price("A", "EXPORT", 1, 1500),
                    price("B", "EXPORT", 1, 1400)),
            Map.of("A", Quantity.of(7, "C62")));
    private static final PriceTable TABLE = PriceTable.of(new Listed<>(List.of(LAMP), null), "RETAIL");

    @Test
    void the_price_is_that_of_the_highest_minimum_quantity_that_is_reached() {
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(99, "C62"))).contains(new Money(1000, "INR"));
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(100, "C62"))).contains(new Money(900, "INR"));
    }

    @Test
    void prices_of_other_tiers_and_units_are_not_the_partners() {
        assertThat(TABLE.unitPrice("LAMP", "B", Quantity.of(1, "C62"))).isEmpty();
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(1, "KGM"))).isEmpty();
        assertThat(TABLE.unitPrice("NONE", "A", Quantity.of(1, "C62"))).isEmpty();
    }

    @Test
    void every_grade_has_a_row_also_without_a_price() {
        assertThat(TABLE.rows())
                .extracting(PriceTable.Row::grade, row -> row.prices().size(), PriceTable.Row::available)
                .containsExactly(tuple("A", 2, Quantity.of(7, "C62")), tuple("B", 0, null));
    }

    private static PartnerClient.Price price(String grade, String tier, long from, long minor) {
        return new PartnerClient.Price(grade, tier, Quantity.of(from, "C62"), new Money(minor, "INR"));
    }
}
