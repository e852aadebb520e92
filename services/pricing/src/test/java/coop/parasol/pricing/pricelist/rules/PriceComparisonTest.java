package coop.parasol.pricing.pricelist.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceComparison.Kind;
import coop.parasol.pricing.pricelist.rules.PriceComparison.Line;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A draft beside the prices in force. */
class PriceComparisonTest {

    @Test
    void each_price_is_new_dearer_cheaper_the_same_or_missing_with_its_percentage_per_unit() {
        List<DraftPrice> inForce = List.of(
                price("RETAIL", 1, "10.00", 1),
                price("RETAIL", 100, "9.00", 1),
                price("RETAIL", 500, "8.00", 1),
                price("EXPORT", 1, "20.00", 1));
        List<DraftPrice> draft = List.of(
                price("RETAIL", 1, "1035.00", 100),
                price("RETAIL", 100, "9000", 1000),
                price("RETAIL", 1000, "7.00", 1));

        assertThat(PriceComparison.compare(draft, inForce))
                .extracting(Line::kind, line -> line.minimumQuantity().text(), Line::percent)
                .containsExactly(
                        tuple(Kind.DEARER, "1", new BigDecimal("3.50")),
                        tuple(Kind.SAME, "100", new BigDecimal("0.00")),
                        tuple(Kind.NEW, "1000", null),
                        tuple(Kind.MISSING, "500", null));
    }

    @Test
    void of_two_that_are_in_force_for_a_quantity_the_newest_is_compared() {
        assertThat(PriceComparison.compare(
                        List.of(price("RETAIL", 1, "9.00", 1)),
                        List.of(price("RETAIL", 1, "10.00", 1), price("RETAIL", 1, "8.00", 1))))
                .extracting(Line::kind, Line::percent)
                .containsExactly(tuple(Kind.DEARER, new BigDecimal("12.50")));
    }

    private static DraftPrice price(String tier, long minimum, String amount, int per) {
        return new DraftPrice(
                "LAMP",
                "A",
                Buyers.ofTier(tier),
                Quantity.of(minimum, "C62"),
                UnitPrice.of(amount, "INR", per),
                null,
                null);
    }
}
