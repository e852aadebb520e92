package coop.parasol.pricing.pricelist.rules;

import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.breakAt;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.price;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.rupees;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.Goods;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a price is for is known, or the list says that it begins the tier; and all that is wrong with a list is told at once. */
class KnownBuyersTest {

    @Test
    void a_price_for_a_tier_group_or_partner_that_nobody_knows_is_refused_unless_the_list_begins_the_tier() {
        assertOnly("prices[0].tier", "unknown-tier", price(Buyers.ofTier("RETIAL"), "1", rupees("12.50"), null, null));
        assertOnly(
                "prices[0].partnerGroup",
                "unknown-group",
                price(new Buyers(null, "CHIAN", null), "1", rupees("12.50"), null, null));
        assertOnly(
                "prices[0].partnerId",
                "unknown-partner",
                price(new Buyers(null, null, new UUID(9, 9)), "1", rupees("12.50"), null, null));
        assertThat(validate(
                        new PriceListDraft(
                                List.of(price(Buyers.ofTier("ONLINE"), "1", rupees("12.50"), null, null)),
                                List.of(),
                                List.of(),
                                Set.of("ONLINE"),
                                null),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void lines_that_are_wrong_by_themselves_and_those_that_do_not_fit_to_others_are_told_at_once() {
        Map<Goods, UnitPrice> costs = Map.of(new Goods("LAMP", "A"), rupees("8.00"));

        assertThat(validate(
                        new PriceListDraft(
                                List.of(
                                        breakAt("1", "10.00", 1),
                                        price("CHAIR", "A", "1", "C62", "12.50"),
                                        breakAt("100", "11.00", 1),
                                        breakAt("1000", "7.00", 1)),
                                List.of(),
                                List.of(),
                                null),
                        costs))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(
                        tuple("prices[1].product", "unknown-product"),
                        tuple("prices[2].unitPrice.amount", "larger-quantity-dearer"),
                        tuple("prices[3].unitPrice.amount", "below-standard-cost"));
    }

    private static void assertOnly(String field, String code, DraftPrice price) {
        assertThat(validate(List.of(price), List.of()))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple(field, code));
    }
}
