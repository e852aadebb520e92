package coop.parasol.pricing.pricelist.rules;

import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.NOW;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.STANDARDS;
import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.breakAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A draft is checked together with the prices of earlier lists that stay in force. */
class StandingPricesTest {

    @Test
    void a_larger_quantity_is_not_dearer_than_a_smaller_one_of_a_list_that_stays_in_force() {
        List<DraftPrice> standing = List.of(breakAt("1", "10.00", 1), breakAt("100", "9.00", 1));

        assertThat(beside(standing, breakAt("1", "5.00", 1)))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple("prices[0].unitPrice.amount", "larger-quantity-dearer"));
        assertThat(beside(standing, breakAt("50", "9.50", 1))).isEmpty();
        assertThat(beside(standing, breakAt("50", "10.50", 1)))
                .extracting(InvalidField::field)
                .containsExactly("prices[0].unitPrice.amount");
        assertThat(beside(standing, breakAt("1", "5.00", 1), breakAt("100", "4.00", 1)))
                .as("both are new")
                .isEmpty();
        assertThat(beside(List.of(breakAt("1", "5.00", 1), breakAt("100", "9.00", 1)), breakAt("1", "4.00", 1)))
                .as("it was wrong before, and is not mended by this price alone")
                .hasSize(1);
        assertThat(beside(List.of(breakAt("1", "5.00", 1), breakAt("100", "9.00", 1)), breakAt("200", "5.00", 1)))
                .as("what is wrong between standing prices is no fault of the draft")
                .isEmpty();
    }

    private static List<InvalidField> beside(List<DraftPrice> standing, DraftPrice... prices) {
        return PriceListValidation.validate(
                new PriceListDraft(List.of(prices), List.of(), List.of(), null),
                STANDARDS,
                Map.of(),
                standing,
                PriceListDrafts.KNOWN,
                "INR",
                NOW);
    }
}
