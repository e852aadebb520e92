package coop.parasol.distribution.order.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
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

    @Test
    void priced_at_this_moment_and_without_a_grade_the_best() {
        Accepted accepted =
                (Accepted) decide("1000.00", "0.00", requested("LAMP", null, "3"), requested("LAMP", "B", "1.5"));

        assertThat(accepted.lines().get(0).grade()).isEqualTo("A");
        assertThat(accepted.lines().get(0).amount()).isEqualTo(money("30.00"));
        assertThat(accepted.lines().get(1).amount())
                .as("1.5 x 9.99 rounded down")
                .isEqualTo(money("14.98"));
        assertThat(accepted.total()).isEqualTo(money("44.98"));
    }

    @Test
    void refused_for_an_unknown_product_or_without_a_price() {
        assertThat(code(decide("1000.00", "0.00", requested("SOFA", null, "1"))))
                .isEqualTo("unknown-product");
        assertThat(code(decide("1000.00", "0.00", requested("LAMP", "C", "1")))).isEqualTo("no-price");
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
                (product, grade, quantity) -> Optional.of(grade.equals("A") ? most : new Money(1, "INR"));

        assertThat(AcceptOrder.decide(List.of(one), GRADES, prices, limit))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.total()).isEqualTo(most));
        assertThat(code(AcceptOrder.decide(List.of(one, little), GRADES, prices, limit)))
                .isEqualTo("over-credit-limit");
        assertThat(code(AcceptOrder.decide(List.of(requested("LAMP", "A", "2")), GRADES, prices, limit)))
                .isEqualTo("over-credit-limit");
    }

    private static Outcome decide(String limit, String exposure, RequestedLine... requested) {
        return AcceptOrder.decide(
                List.of(requested),
                GRADES,
                (product, grade, quantity) -> switch (grade) {
                    case "A" -> Optional.of(money("10.00"));
                    case "B" -> Optional.of(money("9.99"));
                    default -> Optional.empty();
                },
                new CreditLimit(money(limit), money(exposure)));
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
