package coop.parasol.portal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Prices as they are pasted. */
class PriceLinesTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    @Test
    void a_line_of_titles_is_left_out_and_blank_lines_too() {
        assertThat(PriceLines.prices(
                        "product\tgrade\ttier\tfrom\tunit\tprice\n\nBRASS-LAMP\tA\tRETAIL\t1\tC62\t1250.00\n",
                        "INR",
                        INDIA))
                .containsExactly(new PricingClient.NewPrice(
                        "BRASS-LAMP",
                        "A",
                        "RETAIL",
                        new PricingClient.Measure("1", "C62"),
                        new PricingClient.Sum("1250.00", "INR"),
                        null));
    }

    @Test
    void a_day_is_the_moment_at_which_it_begins_in_the_firms_zone() {
        assertThat(PriceLines.prices("BRASS-LAMP; A; RETAIL; 1; C62; 1250.00; 2026-12-01", "INR", INDIA)
                        .getFirst()
                        .validFrom())
                .isEqualTo("2026-11-30T18:30:00Z");
    }

    @Test
    void what_is_not_a_day_is_left_for_the_service_to_refuse() {
        assertThat(PriceLines.prices("BRASS-LAMP,A,RETAIL,1,C62,1250,soon", "INR", INDIA)
                        .getFirst()
                        .validFrom())
                .isEqualTo("soon");
    }

    @Test
    void cells_that_are_missing_are_left_out() {
        assertThat(PriceLines.prices("product,grade,tier,from,unit,price\nBRASS-LAMP,A", "INR", INDIA))
                .containsExactly(new PricingClient.NewPrice(
                        "BRASS-LAMP",
                        "A",
                        null,
                        new PricingClient.Measure(null, null),
                        new PricingClient.Sum(null, "INR"),
                        null));
    }

    @Test
    void factors_of_grades_are_read_without_their_titles() {
        assertThat(PriceLines.differentials("product,grade,factor\nBRASS-LAMP,B,0.8\n"))
                .containsExactly(new PricingClient.Differential("BRASS-LAMP", "B", new BigDecimal("0.8")));
    }
}
