package coop.parasol.pricing.pricelist.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.Standard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A price list is drafted only if every line of it can be published. */
class PriceListValidationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Map<String, Standard> STANDARDS = Map.of(
            "LAMP", new Standard("C62", List.of("A", "B")),
            "HONEY", new Standard("KGM", List.of("A")));

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
    void a_minimum_quantity_is_zero_or_more() {
        assertThat(validate(List.of(price("LAMP", "A", "0", "C62", "12.50")), List.of()))
                .isEmpty();
        assertOnlyError("prices[0].minimumQuantity.value", "negative", price("LAMP", "A", "-1", "C62", "12.50"));
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
        DraftPrice euros =
                new DraftPrice("LAMP", "A", "RETAIL", Quantity.of("1", "C62"), Money.of("12.50", "EUR"), null);

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
    void all_errors_of_a_price_are_reported_and_no_further_price_is_checked_after_a_hundred() {
        DraftPrice wrong =
                new DraftPrice("CHAIR", "A", "RETAIL", Quantity.of("-1", "C62"), Money.of("0.00", "EUR"), null);

        assertThat(validate(List.of(wrong), List.of()))
                .extracting(InvalidField::code)
                .containsExactly("unknown-product", "negative", "not-positive", "wrong-currency");
        assertThat(validate(Collections.nCopies(5000, wrong), List.of()))
                .hasSizeBetween(PriceListValidation.MAX_ERRORS, PriceListValidation.MAX_ERRORS + 4);
    }

    private static void assertOnlyError(String field, String code, DraftPrice... prices) {
        assertThat(validate(List.of(prices), List.of()))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple(field, code));
    }

    private static List<InvalidField> validate(List<DraftPrice> prices, List<DraftDifferential> differentials) {
        return PriceListValidation.validate(new PriceListDraft(prices, differentials), STANDARDS, "INR", NOW);
    }

    private static DraftPrice from(@Nullable Instant validFrom) {
        return new DraftPrice("LAMP", "A", "RETAIL", Quantity.of("1", "C62"), Money.of("12.50", "INR"), validFrom);
    }

    private static DraftPrice price(String product, String grade, String minimum, String unit, String amount) {
        return new DraftPrice(product, grade, "RETAIL", Quantity.of(minimum, unit), Money.of(amount, "INR"), null);
    }
}
