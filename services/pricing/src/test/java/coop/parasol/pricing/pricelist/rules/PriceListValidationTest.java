package coop.parasol.pricing.pricelist.rules;

import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.NOW;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.STANDARDS;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.breakAt;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.perUnit;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.price;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.rupees;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftStandardCost;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.Goods;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A price list is drafted only if every line of it can be published. */
class PriceListValidationTest {

    @Test
    void a_list_of_prices_and_differentials_of_known_products_has_no_error() {
        assertThat(validate(
                        List.of(price("LAMP", "A", "1", "C62", "12.50"), price("HONEY", "A", "0.5", "KGM", "900.00")),
                        List.of(new DraftDifferential("LAMP", "B", new BigDecimal("0.9")))))
                .isEmpty();
    }

    @Test
    void a_product_without_a_published_standard_has_no_price_and_no_differential() {
        List<InvalidField> errors = validate(
                List.of(price("CHAIR", "A", "1", "C62", "12.50")),
                List.of(new DraftDifferential("CHAIR", "A", BigDecimal.ONE)));

        assertThat(errors)
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(
                        tuple("prices[0].product", "unknown-product"),
                        tuple("differentials[0].product", "unknown-product"));
    }

    @Test
    void a_grade_is_one_of_the_standard() {
        assertOnlyError("prices[0].grade", "unknown-grade", price("LAMP", "Z", "1", "C62", "12.50"));
        assertThat(validate(List.of(), List.of(new DraftDifferential("HONEY", "B", BigDecimal.ONE))))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple("differentials[0].grade", "unknown-grade"));
    }

    @Test
    void a_minimum_quantity_is_in_the_unit_of_the_standard() {
        assertOnlyError("prices[0].minimumQuantity.unit", "wrong-unit", price("LAMP", "A", "1", "KGM", "12.50"));
    }

    @Test
    void a_minimum_quantity_is_more_than_zero() {
        assertOnlyError("prices[0].minimumQuantity.value", "not-positive", price("LAMP", "A", "0", "C62", "12.50"));
        assertOnlyError("prices[0].minimumQuantity.value", "not-positive", price("LAMP", "A", "-1", "C62", "12.50"));
    }

    @Test
    void a_unit_price_is_more_than_zero() {
        assertThat(validate(List.of(price("LAMP", "A", "1", "C62", "0.01")), List.of()))
                .isEmpty();
        assertOnlyError("prices[0].unitPrice.amount", "not-positive", price("LAMP", "A", "1", "C62", "0.00"));
        assertOnlyError("prices[0].unitPrice.amount", "not-positive", price("LAMP", "A", "1", "C62", "-0.01"));
    }

    @Test
    void a_unit_price_is_in_the_firms_currency() {
        DraftPrice euros = price(Buyers.ofTier("RETAIL"), "1", UnitPrice.of("12.50", "EUR", 1), null, null);

        assertOnlyError("prices[0].unitPrice.currency", "wrong-currency", euros);
    }

    @Test
    void one_list_has_one_price_for_a_product_grade_tier_minimum_quantity_and_moment() {
        Instant later = NOW.plusSeconds(1);

        assertOnlyError("prices[1]", "twice", from(null), from(null));
        assertOnlyError("prices[1]", "twice", from(later), from(later));
        assertThat(validate(List.of(from(null), from(later), from(later.plusSeconds(1))), List.of()))
                .isEmpty();
    }

    @Test
    void a_moment_that_is_not_in_the_future_is_that_of_the_publication() {
        assertOnlyError("prices[1]", "twice", from(null), from(NOW));
        assertOnlyError("prices[1]", "twice", from(NOW.minusSeconds(1)), from(NOW));
    }

    @Test
    void every_error_of_a_price_and_every_line_of_5000_that_is_wrong_is_reported() {
        DraftPrice wrong = new DraftPrice(
                "CHAIR",
                "A",
                Buyers.ofTier("RETAIL"),
                Quantity.of("-1", "C62"),
                UnitPrice.of("0.00", "EUR", 1),
                null,
                null);

        assertThat(validate(List.of(wrong), List.of()))
                .extracting(InvalidField::code)
                .containsExactly("unknown-product", "not-positive", "not-positive", "wrong-currency");
        DraftPrice unknown = price("CHAIR", "A", "1", "C62", "12.50");
        assertThat(validate(Collections.nCopies(5000, unknown), List.of()))
                .filteredOn(error -> error.code().equals("unknown-product"))
                .extracting(InvalidField::field)
                .hasSize(5000);
        assertThat(validate(Collections.nCopies(5000, wrong), List.of()))
                .hasSizeBetween(PriceListValidation.MAX_ERRORS, PriceListValidation.MAX_ERRORS + 5);
    }

    @Test
    void a_price_is_for_a_tier_a_group_or_one_partner_and_for_one_of_the_three_only() {
        UUID partner = new UUID(1, 1);
        for (Buyers buyers :
                List.of(Buyers.ofTier("RETAIL"), new Buyers(null, "CHAIN", null), new Buyers(null, null, partner))) {
            assertThat(validate(List.of(price(buyers, "1", rupees("12.50"), null, null)), List.of()))
                    .isEmpty();
        }
        for (Buyers buyers : List.of(
                new Buyers(null, null, null),
                new Buyers("RETAIL", "CHAIN", null),
                new Buyers("RETAIL", null, partner),
                new Buyers("RETAIL", "CHAIN", partner))) {
            assertOnlyError("prices[0].tier", "one-buyer", price(buyers, "1", rupees("12.50"), null, null));
        }
    }

    @Test
    void a_price_ends_after_it_begins_and_not_in_the_past() {
        Instant later = NOW.plusSeconds(10);
        Buyers retail = Buyers.ofTier("RETAIL");

        assertThat(validate(List.of(price(retail, "1", rupees("1.00"), NOW, later)), List.of()))
                .isEmpty();
        assertOnlyError(
                "prices[0].validUntil", "ends-before-it-begins", price(retail, "1", rupees("1.00"), later, later));
        assertOnlyError("prices[0].validUntil", "ends-before-it-begins", price(retail, "1", rupees("1.00"), null, NOW));
    }

    @Test
    void a_larger_quantity_is_never_dearer_per_unit() {
        assertThat(validate(
                        List.of(breakAt("100", "9.00", 1), breakAt("1", "10.00", 1), breakAt("1000", "900.00", 100)),
                        List.of()))
                .isEmpty();
        assertOnlyError(
                "prices[1].unitPrice.amount",
                "larger-quantity-dearer",
                breakAt("1", "10.00", 1),
                breakAt("1000", "1000.01", 100),
                breakAt("100", "9.00", 1),
                breakAt("5000", "8.00", 1));
    }

    @Test
    void quantities_are_compared_for_the_same_buyers_and_as_prices_begin_and_end() {
        Instant tomorrow = NOW.plusSeconds(86_400);
        Buyers retail = Buyers.ofTier("RETAIL");
        DraftPrice small = price(retail, "1", rupees("10.00"), null, null);

        assertThat(validate(
                        List.of(small, price(Buyers.ofTier("EXPORT"), "100", rupees("11.00"), null, null)), List.of()))
                .isEmpty();
        assertOnlyError(
                "prices[2].unitPrice.amount",
                "larger-quantity-dearer",
                small,
                price(retail, "1", rupees("8.00"), tomorrow, null),
                price(retail, "100", rupees("9.00"), null, null));
        assertThat(validate(
                        List.of(
                                small,
                                price(retail, "1", rupees("8.00"), tomorrow, null),
                                price(retail, "100", rupees("9.00"), null, tomorrow)),
                        List.of()))
                .as("the larger one has ended by then")
                .isEmpty();
    }

    /** Prices of 0.0001 to 10,000,000 in JPY, INR and KWD, for 1, 100 or 1,000 units. */
    @Test
    void a_list_is_accepted_exactly_if_prices_fall_or_stay_as_quantities_grow() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String currency = List.of("JPY", "INR", "KWD").get(random.nextInt(3));
            List<DraftPrice> prices = new ArrayList<>();
            for (int line = 0; line < 2 + random.nextInt(5); line++) {
                BigDecimal perUnit = BigDecimal.valueOf(1 + random.nextInt(3), random.nextInt(12) - 7);
                int per = List.of(1, 100, 1000).get(random.nextInt(3));
                prices.add(price(
                        Buyers.ofTier("RETAIL"),
                        Integer.toString(1 + line * 10),
                        new UnitPrice(perUnit.multiply(BigDecimal.valueOf(per)), currency, per),
                        null,
                        null));
            }
            boolean falling = true;
            for (int line = 1; line < prices.size(); line++) {
                falling &= perUnit(prices.get(line)).compareTo(perUnit(prices.get(line - 1))) <= 0;
            }
            Collections.shuffle(prices, random);

            assertThat(PriceListValidation.validate(
                                    new PriceListDraft(prices, List.of(), List.of(), null),
                                    STANDARDS,
                                    Map.of(),
                                    List.of(),
                                    PriceListDrafts.KNOWN,
                                    currency,
                                    NOW)
                            .isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(falling);
        }
    }

    @Test
    void a_price_below_the_standard_cost_is_refused_unless_the_list_says_why() {
        Map<Goods, UnitPrice> costs = Map.of(new Goods("LAMP", "A"), UnitPrice.of("1000", "INR", 100));
        List<DraftPrice> below = List.of(breakAt("1", "10.00", 1), breakAt("10", "9999.99", 1000));

        assertThat(validate(new PriceListDraft(below, List.of(), List.of(), null), costs))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple("prices[1].unitPrice.amount", "below-standard-cost"));
        assertThat(validate(new PriceListDraft(below, List.of(), List.of(), "Last of the season"), costs))
                .isEmpty();
        assertThat(validate(
                        new PriceListDraft(
                                below, List.of(), List.of(new DraftStandardCost("LAMP", "A", rupees("9.50"))), null),
                        costs))
                .as("the list's own cost comes before the one in force")
                .isEmpty();
    }

    @Test
    void a_standard_cost_is_of_a_grade_more_than_zero_and_in_the_firms_currency() {
        assertThat(validate(
                        new PriceListDraft(
                                List.of(),
                                List.of(),
                                List.of(
                                        new DraftStandardCost("LAMP", "Z", rupees("1.00")),
                                        new DraftStandardCost("LAMP", "A", UnitPrice.of("0.00", "EUR", 1))),
                                null),
                        Map.of()))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(
                        tuple("standardCosts[0].grade", "unknown-grade"),
                        tuple("standardCosts[1].unitCost.amount", "not-positive"),
                        tuple("standardCosts[1].unitCost.currency", "wrong-currency"));
    }

    private static void assertOnlyError(String field, String code, DraftPrice... prices) {
        assertThat(validate(List.of(prices), List.of()))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple(field, code));
    }

    private static DraftPrice from(@Nullable Instant validFrom) {
        return price(Buyers.ofTier("RETAIL"), "1", UnitPrice.of("12.50", "INR", 1), validFrom, null);
    }
}
