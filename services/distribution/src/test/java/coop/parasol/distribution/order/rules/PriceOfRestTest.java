package coop.parasol.distribution.order.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 4: what all of a line costs if its partner wants less of it, and if the firm delivers less. */
class PriceOfRestTest {

    private static final UnitPrice TEN_FIFTY = UnitPrice.of("10.50", "INR", 1);
    private static final List<PriceBreak> BREAKS =
            List.of(from("1", "12.00"), from("100", "11.115"), from("1000", "10.50"));

    @ParameterizedTest
    @CsvSource({"1000, 10.50", "999, 11.115", "700, 11.115", "100, 11.115", "99, 12.00", "1, 12.00", "0, 10.50"})
    void the_rest_of_a_line_is_priced_at_the_break_that_it_reaches(String rest, String price) {
        assertThat(PriceOfRest.of(BREAKS, TEN_FIFTY, new BigDecimal(rest), BigDecimal.ZERO))
                .isEqualTo(UnitPrice.of(price, "INR", 1));
    }

    @Test
    void a_rest_below_the_least_break_costs_what_the_least_break_does() {
        List<PriceBreak> fromHundred = List.of(from("100", "11.115"), from("1000", "10.50"));

        assertThat(PriceOfRest.of(fromHundred, TEN_FIFTY, BigDecimal.ONE, BigDecimal.ZERO))
                .isEqualTo(UnitPrice.of("11.115", "INR", 1));
    }

    @Test
    void a_line_with_one_price_for_any_quantity_keeps_it() {
        assertThat(PriceOfRest.of(List.of(), TEN_FIFTY, BigDecimal.ONE, BigDecimal.ZERO))
                .isEqualTo(TEN_FIFTY);
    }

    @Test
    void a_rest_never_gets_cheaper() {
        List<PriceBreak> odd = List.of(from("1", "9.00"), from("1000", "10.50"));

        assertThat(PriceOfRest.of(odd, TEN_FIFTY, BigDecimal.TEN, BigDecimal.ZERO))
                .isEqualTo(TEN_FIFTY);
        assertThat(PriceOfRest.of(BREAKS, UnitPrice.of("1200", "INR", 100), BigDecimal.TEN, BigDecimal.ZERO))
                .as("the same price on another base stays as it was written")
                .isEqualTo(UnitPrice.of("1200", "INR", 100));
    }

    @Test
    void what_the_firm_does_not_deliver_counts_for_the_break_as_wanted() {
        assertThat(PriceOfRest.of(BREAKS, TEN_FIFTY, new BigDecimal(600), new BigDecimal(400)))
                .isEqualTo(TEN_FIFTY);
        assertThat(PriceOfRest.of(BREAKS, TEN_FIFTY, new BigDecimal(599), new BigDecimal(400)))
                .isEqualTo(UnitPrice.of("11.115", "INR", 1));
    }

    @Test
    void a_reduction_gives_up_what_waits_for_goods_before_what_is_reserved() {
        assertThat(decide("1000", "250", "400", "700", ReductionCause.PARTNER))
                .isEqualTo(new LineReduction.Reduced(
                        new BigDecimal(250), new BigDecimal(50), BigDecimal.ZERO, UnitPrice.of("11.115", "INR", 1)));
    }

    @Test
    void if_the_firm_delivers_less_the_price_stays() {
        assertThat(decide("1000", "250", "400", "700", ReductionCause.FIRM))
                .isEqualTo(new LineReduction.Reduced(
                        new BigDecimal(250), new BigDecimal(50), new BigDecimal(300), TEN_FIFTY));
    }

    @Test
    void a_line_is_not_reduced_to_less_than_has_left_nor_to_what_is_wanted_already() {
        assertThat(decide("1000", "0", "400", "399", ReductionCause.PARTNER)).isEqualTo(new LineReduction.HasLeft());
        assertThat(decide("1000", "0", "400", "1000", ReductionCause.FIRM)).isEqualTo(new LineReduction.NotLess());
        assertThat(decide("1000", "0", "400", "1001", ReductionCause.PARTNER)).isEqualTo(new LineReduction.NotLess());
        assertThat(decide("1000", "0", "400", "400", ReductionCause.PARTNER)).isInstanceOf(LineReduction.Reduced.class);
    }

    private static LineReduction.Outcome decide(
            String wanted, String backOrdered, String dispatched, String rest, ReductionCause cause) {
        return LineReduction.decide(
                new LineReduction.Before(
                        new BigDecimal(wanted),
                        new BigDecimal(backOrdered),
                        new BigDecimal(dispatched),
                        BigDecimal.ZERO,
                        TEN_FIFTY),
                new BigDecimal(rest),
                cause,
                BREAKS);
    }

    private static PriceBreak from(String quantity, String price) {
        return new PriceBreak(new BigDecimal(quantity), UnitPrice.of(price, "INR", 1));
    }
}
