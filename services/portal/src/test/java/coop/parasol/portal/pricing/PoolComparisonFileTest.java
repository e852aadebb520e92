package coop.parasol.portal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settled pools beside a draft of prices, as a file. */
class PoolComparisonFileTest {

    @Test
    void each_pool_and_grade_is_a_row_and_a_grade_that_paid_nothing_has_no_percentage() {
        PriceComparisonClient.ComparedPool pool = new PriceComparisonClient.ComparedPool(
                "LAMP",
                Period.parse("2026-W40"),
                Quantity.of(200, "C62"),
                Quantity.of(150, "C62"),
                Money.of("2000.00", "INR"),
                Money.of("2250.00", "INR"),
                List.of(
                        new PriceComparisonClient.ComparedGrade(
                                "A",
                                UnitPrice.of("8.80", "INR", 1),
                                UnitPrice.of("9.90", "INR", 1),
                                new BigDecimal("12.50")),
                        new PriceComparisonClient.ComparedGrade(
                                "B", UnitPrice.of("0", "INR", 1), UnitPrice.of("0", "INR", 1), null)));

        assertThat(PoolComparisonFile.csv(List.of(pool)).lines())
                .containsExactly(
                        "product,period,quantity,repriced,unit,receipts_before,receipts_after,currency,grade,"
                                + "price_before,price_after,percent",
                        "LAMP,2026-W40,200,150,C62,2000.00,2250.00,INR,A,8.80,9.90,12.50",
                        "LAMP,2026-W40,200,150,C62,2000.00,2250.00,INR,B,0.00,0.00,");
    }
}
