package coop.parasol.pricing.pricelist.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.ComparedGrade;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.ComparedPool;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.Sale;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.SettledPool;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A draft of a price list beside the pools of last season, by figures that were computed by hand. */
class PoolPriceComparisonTest {

    private static final Period WEEK = Period.parse("2026-W40");
    private static final UUID BAZAAR = new UUID(0, 1);
    private static final UUID CHAIN = new UUID(0, 2);

    /** 700 A and 300 B (0.9), margin 5 %, costs 700.00: the pool of the rules' vector, received 10,000.00. */
    private static final SettledPool POOL = new SettledPool(
            "LAMP",
            WEEK,
            500,
            inr("700.00"),
            inr("0.00"),
            new BigDecimal("970"),
            Map.of("A", BigDecimal.ONE, "B", new BigDecimal("0.9")));

    private static final List<Sale> SALES = List.of(
            sale("A", BAZAAR, "RETAIL", null, 700, 700, "7000.00", "7000.00"),
            sale("B", BAZAAR, "RETAIL", null, 300, 300, "3000.00", "3000.00"));

    @Test
    void ten_per_cent_more_for_one_grade_of_the_vector_pool_makes_9_75773196_of_9_07216495() {
        // 700 x 11.00 + 3,000.00 = 10,700.00; - 5 % = 10,165.00; - 700.00 = 9,465.00; / 970 = 9.75773196, x 0.9 =
        // 8.78195876
        ComparedPool pool = one(SALES, List.of(tier("A", 1, "11.00")), List.of());

        assertThat(pool.receiptsBefore()).isEqualTo(inr("10000.00"));
        assertThat(pool.receiptsAfter()).isEqualTo(inr("10700.00"));
        assertThat(pool.quantity()).isEqualTo(pieces(1000));
        assertThat(pool.repriced()).isEqualTo(pieces(700));
        assertThat(pool.grades())
                .extracting(
                        ComparedGrade::grade,
                        grade -> grade.before().amount().toPlainString(),
                        grade -> grade.after().amount().toPlainString(),
                        ComparedGrade::percent)
                .containsExactly(
                        tuple("A", "9.07216495", "9.75773196", new BigDecimal("7.56")),
                        tuple("B", "8.16494845", "8.78195876", new BigDecimal("7.56")));
    }

    @Test
    void an_agreement_comes_before_a_group_and_that_before_a_tier_and_the_ordered_quantity_decides_about_the_break() {
        List<DraftPrice> draft = List.of(
                tier("A", 1, "11.00"),
                tier("A", 500, "10.50"),
                price("A", new Buyers(null, "NORTHERN", null), 1, "9.00"),
                price("A", new Buyers(null, null, CHAIN), 600, "8.00"));

        // the order of 700 was delivered in a part of 100: the break of 500 holds for it
        assertThat(after(draft, sale("A", BAZAAR, "RETAIL", null, 700, 100, "1000.00", "1000.00")))
                .isEqualTo(inr("1050.00"));
        assertThat(after(draft, sale("A", BAZAAR, "RETAIL", null, 499, 100, "1000.00", "1000.00")))
                .isEqualTo(inr("1100.00"));
        assertThat(after(draft, sale("A", BAZAAR, "RETAIL", "NORTHERN", 700, 100, "1000.00", "1000.00")))
                .isEqualTo(inr("900.00"));
        assertThat(after(draft, sale("A", CHAIN, "RETAIL", "NORTHERN", 700, 100, "1000.00", "1000.00")))
                .isEqualTo(inr("800.00"));
        assertThat(after(draft, sale("A", CHAIN, "RETAIL", "NORTHERN", 599, 100, "1000.00", "1000.00")))
                .isEqualTo(inr("900.00"));
    }

    @Test
    void what_the_draft_does_not_price_stays_as_it_was_received() {
        Sale agreed = sale("A", CHAIN, "RETAIL", null, 700, 100, "1000.00", "1000.00");
        List<DraftPrice> draft = List.of(tier("A", 200, "11.00"));

        assertThat(after(draft, sale("A", BAZAAR, "EXPORT", null, 700, 100, "1000.00", "1000.00")))
                .as("another tier")
                .isEqualTo(inr("1000.00"));
        assertThat(after(draft, sale("B", BAZAAR, "RETAIL", null, 700, 100, "1000.00", "1000.00")))
                .as("another grade")
                .isEqualTo(inr("1000.00"));
        assertThat(after(draft, sale("A", BAZAAR, "RETAIL", null, 199, 100, "1000.00", "1000.00")))
                .as("below the break")
                .isEqualTo(inr("1000.00"));
        assertThat(one(List.of(agreed), draft, List.of(price("A", new Buyers(null, null, CHAIN), 1, "10.00")))
                        .receiptsAfter())
                .as("an agreement in force comes before the draft's tier")
                .isEqualTo(inr("1000.00"));
        assertThat(one(List.of(agreed), draft, List.of(tier("A", 200, "10.00"))).receiptsAfter())
                .as("the draft takes the place of the price in force")
                .isEqualTo(inr("1100.00"));
        assertThat(after(draft, sale("A", null, null, null, 700, 100, "1000.00", "1000.00")))
                .as("a partner that is not known")
                .isEqualTo(inr("1000.00"));
    }

    @Test
    void an_invoice_that_is_paid_in_part_is_received_in_the_same_part_rounded_down() {
        // 3 x 11.11 = 33.33, of which 10.00 of 30.00 are paid: 11.11
        assertThat(after(List.of(tier("A", 1, "11.11")), sale("A", BAZAAR, "RETAIL", null, 3, 3, "30.00", "10.00")))
                .isEqualTo(inr("11.11"));
        assertThat(after(List.of(tier("A", 1, "11.10")), sale("A", BAZAAR, "RETAIL", null, 3, 3, "30.00", "0.01")))
                .isEqualTo(inr("0.01"));
    }

    @Test
    void a_pool_whose_costs_take_everything_has_no_percentage() {
        SettledPool poor = new SettledPool(
                "LAMP", WEEK, 500, inr("9600.00"), inr("0.00"), new BigDecimal("970"), Map.of("A", BigDecimal.ONE));

        ComparedGrade grade = PoolPriceComparison.compare(
                        List.of(poor), SALES, List.of(tier("A", 1, "11.00")), List.of())
                .getFirst()
                .grades()
                .getFirst();

        assertThat(grade.before().amount()).isZero();
        assertThat(grade.percent()).isNull();
    }

    private static Money after(List<DraftPrice> draft, Sale sale) {
        return one(List.of(sale), draft, List.of()).receiptsAfter();
    }

    private static ComparedPool one(List<Sale> sales, List<DraftPrice> draft, List<DraftPrice> inForce) {
        return PoolPriceComparison.compare(List.of(POOL), sales, draft, inForce).getFirst();
    }

    private static Sale sale(
            String grade,
            @Nullable UUID partner,
            @Nullable String tier,
            @Nullable String group,
            long ordered,
            long quantity,
            String net,
            String paid) {
        return new Sale(
                "LAMP",
                WEEK,
                grade,
                partner,
                tier,
                group,
                BigDecimal.valueOf(ordered),
                pieces(quantity),
                inr(paid),
                inr(paid),
                inr(net));
    }

    private static DraftPrice tier(String grade, long minimum, String amount) {
        return price(grade, Buyers.ofTier("RETAIL"), minimum, amount);
    }

    private static DraftPrice price(String grade, Buyers buyers, long minimum, String amount) {
        return new DraftPrice("LAMP", grade, buyers, pieces(minimum), UnitPrice.of(amount, "INR", 1), null, null);
    }

    private static Quantity pieces(long quantity) {
        return Quantity.of(quantity, "C62");
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }
}
