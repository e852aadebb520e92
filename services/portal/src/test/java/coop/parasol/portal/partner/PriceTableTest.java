package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.Listed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final PartnerClient.Offer LAMP = new PartnerClient.Offer(
            "LAMP",
            "Brass lamp",
            "C62",
            List.of("A", "B"),
            List.of(
                    price("A", "RETAIL", null, null, 1, 1000),
                    price("A", "RETAIL", null, null, 100, 900),
                    price("A", null, "CHAIN", null, 200, 950),
                    price("A", null, null, new UUID(1, 1), 300, 990)),
            Map.of("A", Quantity.of(7, "C62")));
    private static final PriceTable TABLE = PriceTable.of(new Listed<>(List.of(LAMP), null));

    @Test
    void the_price_is_that_of_the_highest_minimum_quantity_that_is_reached() {
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(99, "C62"))).contains(rupees(1000));
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(100, "C62"))).contains(rupees(900));
    }

    @Test
    void an_agreement_comes_before_the_price_of_a_group_and_that_before_the_price_of_a_tier() {
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(200, "C62"))).contains(rupees(950));
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(300, "C62"))).contains(rupees(990));
    }

    @Test
    void prices_of_other_grades_products_and_units_do_not_apply() {
        assertThat(TABLE.unitPrice("LAMP", "B", Quantity.of(1, "C62"))).isEmpty();
        assertThat(TABLE.unitPrice("LAMP", "A", Quantity.of(1, "KGM"))).isEmpty();
        assertThat(TABLE.unitPrice("NONE", "A", Quantity.of(1, "C62"))).isEmpty();
    }

    @Test
    void a_product_is_found_by_its_code_or_name_in_any_case_and_not_where_two_have_the_name() {
        for (String typed : List.of("LAMP", "lamp", "Brass lamp", " BRASS  LAMP ")) {
            assertThat(TABLE.meant(typed)).as(typed).contains(LAMP);
        }
        assertThat(TABLE.meant("")).isEmpty();
        assertThat(TABLE.meant("Brass")).isEmpty();
        PartnerClient.Offer namesake =
                new PartnerClient.Offer("LAMP-2", "brass lamp", "C62", List.of("A"), List.of(), Map.of());
        PriceTable two = PriceTable.of(new Listed<>(List.of(LAMP, namesake), null));
        assertThat(two.meant("Brass lamp")).isEmpty();
        assertThat(two.meant("lamp-2")).contains(namesake);
    }

    @Test
    void every_grade_has_a_row_also_without_a_price() {
        assertThat(TABLE.rows())
                .extracting(PriceTable.Row::grade, row -> row.prices().size(), PriceTable.Row::available)
                .containsExactly(tuple("A", 4, Quantity.of(7, "C62")), tuple("B", 0, null));
    }

    private static PartnerClient.Price price(
            String grade,
            @Nullable String tier,
            @Nullable String group,
            @Nullable UUID partner,
            long from,
            long minor) {
        return new PartnerClient.Price(grade, tier, group, partner, Quantity.of(from, "C62"), rupees(minor), null);
    }

    private static UnitPrice rupees(long minor) {
        return UnitPrice.ofMinor(BigDecimal.valueOf(minor), "INR", 1);
    }
}
