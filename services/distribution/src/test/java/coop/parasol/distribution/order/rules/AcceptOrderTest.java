package coop.parasol.distribution.order.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.rules.AcceptOrder.Accepted;
import coop.parasol.distribution.order.rules.AcceptOrder.Outcome;
import coop.parasol.distribution.order.rules.AcceptOrder.Refused;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** ACCEPTED and priced, or REFUSED: unknown product, no price, over the credit limit. */
class AcceptOrderTest {

    private static final Map<String, List<String>> GRADES = Map.of("LAMP", List.of("A", "B"));
    private static final Prices PRICES = new Prices(
            Map.of("A", UnitPrice.of("10.00", "INR", 1), "B", UnitPrice.of("999", "INR", 100)), Optional.empty());

    @Test
    void priced_at_this_moment_and_without_a_grade_the_best() {
        Accepted accepted =
                (Accepted) decide("1000.00", "0.00", requested("LAMP", null, "3"), requested("LAMP", "B", "1.5"));

        assertThat(accepted.lines().get(0).grade()).isEqualTo("A");
        assertThat(accepted.lines().get(0).amount()).isEqualTo(money("30.00"));
        assertThat(accepted.lines().get(1).amount())
                .as("1.5 x 9.99 = 14.985, rounded half up")
                .isEqualTo(money("14.99"));
        assertThat(accepted.total()).isEqualTo(money("44.99"));
    }

    @Test
    void refused_for_an_unknown_product_or_without_a_price() {
        assertThat(code(decide("1000.00", "0.00", requested("SOFA", null, "1"))))
                .isEqualTo("unknown-product");
        assertThat(code(decide("1000.00", "0.00", requested("LAMP", "C", "1")))).isEqualTo("no-price");
    }

    @Test
    void a_refusal_names_the_least_quantity_and_the_price_that_it_would_have() {
        Prices fromTen = new Prices(
                Map.of(),
                Optional.of(new AcceptOrder.LeastOrder(Quantity.of(10, "C62"), UnitPrice.of("90.00", "INR", 1))));
        CreditLimit limit = new CreditLimit(money("1000.00"), money("0.00"));

        assertThat(AcceptOrder.decide(List.of(requested("LAMP", "A", "9")), GRADES, fromTen, limit))
                .isEqualTo(new Refused(
                        "no-price",
                        "Line 1: 9 C62 of LAMP in grade A are too few; the least quantity is 10 C62, at 90.00 INR"));
    }

    @Test
    void an_order_that_comes_to_nothing_is_refused() {
        Prices fine = new Prices(Map.of("A", UnitPrice.of("0.0025", "INR", 1)), Optional.empty());
        CreditLimit limit = new CreditLimit(money("1000.00"), money("0.00"));

        assertThat(code(AcceptOrder.decide(List.of(requested("LAMP", "A", "1")), GRADES, fine, limit)))
                .isEqualTo("nothing-to-pay");
        assertThat(AcceptOrder.decide(List.of(requested("LAMP", "A", "2")), GRADES, fine, limit))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.total()).isEqualTo(money("0.01")));
    }

    @Test
    void refused_over_the_credit_limit_counting_what_is_open() {
        assertThat(decide("40.00", "10.00", requested("LAMP", "A", "3"))).isInstanceOf(Accepted.class);
        assertThat(code(decide("39.99", "10.00", requested("LAMP", "A", "3")))).isEqualTo("over-credit-limit");
        assertThat(code(decide("39.99", "0.00", requested("LAMP", "A", "999999999999"))))
                .isEqualTo("over-credit-limit");
    }

    @Test
    void an_order_beyond_every_amount_of_money_is_over_the_limit_too() {
        Money most = new Money(Long.MAX_VALUE, "INR");
        CreditLimit limit = new CreditLimit(most, money("0.00"));
        RequestedLine one = requested("LAMP", "A", "1");
        RequestedLine little = requested("LAMP", "B", "1");
        AcceptOrder.PriceList prices =
                new Prices(Map.of("A", UnitPrice.of(most), "B", UnitPrice.of("0.01", "INR", 1)), Optional.empty());

        assertThat(AcceptOrder.decide(List.of(one), GRADES, prices, limit))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.total()).isEqualTo(most));
        assertThat(code(AcceptOrder.decide(List.of(one, little), GRADES, prices, limit)))
                .isEqualTo("over-credit-limit");
        assertThat(code(AcceptOrder.decide(List.of(requested("LAMP", "A", "2")), GRADES, prices, limit)))
                .isEqualTo("over-credit-limit");
    }

    private static Outcome decide(String limit, String exposure, RequestedLine... requested) {
        return AcceptOrder.decide(List.of(requested), GRADES, PRICES, new CreditLimit(money(limit), money(exposure)));
    }

    /** A price for each grade, whatever the quantity; and what is said of the least quantity. */
    private record Prices(Map<String, UnitPrice> byGrade, Optional<AcceptOrder.LeastOrder> least)
            implements AcceptOrder.PriceList {
        @Override
        public Optional<UnitPrice> unitPrice(String product, String grade, Quantity quantity) {
            return Optional.ofNullable(byGrade.get(grade));
        }

        @Override
        public Optional<AcceptOrder.LeastOrder> leastOrder(String product, String grade, String unit) {
            return least;
        }
    }

    private static String code(Outcome outcome) {
        return outcome instanceof Refused refused ? refused.code() : "";
    }

    private static RequestedLine requested(String product, @Nullable String grade, String quantity) {
        return new RequestedLine(1, product, grade, new Quantity(new BigDecimal(quantity), "C62"));
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
