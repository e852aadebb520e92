package coop.parasol.portal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Costs of a pool as they are pasted. */
class CostLinesTest {

    @Test
    void a_line_names_what_was_paid_for_what_proves_it_and_the_amount() {
        assertThat(CostLines.costs("Freight; BILL-17; 300.00\n\nPallets\tBILL-18\t12.50\n", "INR"))
                .containsExactly(
                        new PricingClient.NewCost("Freight", "BILL-17", new PricingClient.Sum("300.00", "INR")),
                        new PricingClient.NewCost("Pallets", "BILL-18", new PricingClient.Sum("12.50", "INR")));
    }

    @Test
    void what_is_missing_is_left_for_the_service_to_refuse() {
        assertThat(CostLines.costs("300.00", "INR"))
                .containsExactly(new PricingClient.NewCost("300.00", null, new PricingClient.Sum(null, "INR")));
        assertThat(CostLines.costs("", "INR")).isEmpty();
    }
}
