package coop.parasol.pricing.settlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PayoutLine;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Payout;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Pool;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Settled;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Sold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Receipts - margin - costs +/- carry, divided by grade-weighted quantity. */
class PoolSettlementTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final Map<String, BigDecimal> FACTORS = Map.of("B", new BigDecimal("0.9"));

    @Test
    void vector_of_the_rules() {
        Settled settled = PoolSettlement.settle(new Pool(
                List.of(
                        sold(FIRST, "A", 400, "4000.00"),
                        sold(SECOND, "B", 300, "3000.00"),
                        sold(THIRD, "A", 300, "3000.00")),
                FACTORS,
                new BigDecimal("12"),
                money("0.00"),
                money("0.00")));

        assertThat(settled.receipts().minus(settled.margin())).isEqualTo(money("8800.00"));
        assertThat(settled.equivalents()).isEqualByComparingTo("970");
        assertThat(settled.price()).isEqualTo(money("9.07"));
        assertThat(settled.payouts().stream().map(Payout::gross))
                .containsExactly(money("3628.00"), money("2448.90"), money("2721.00"));
        assertThat(settled.carryOut()).isEqualTo(money("2.10"));
    }

    @Test
    void every_producer_gets_the_same_price_for_the_same_grade_whichever_partner_paid_how_much() {
        Settled settled = PoolSettlement.settle(
                pool("0.00", "0.00", sold(FIRST, "A", 100, "500.00"), sold(SECOND, "A", 100, "2000.00")));

        assertThat(settled.payouts().get(0).gross())
                .isEqualTo(settled.payouts().get(1).gross());
        assertThat(settled.payouts().get(0).salesValue()).isEqualTo(money("500.00"));
    }

    @Test
    void a_producer_never_owes_and_the_rest_carries() {
        Settled settled = PoolSettlement.settle(pool("900.00", "0.00", sold(FIRST, "A", 10, "1000.00")));

        assertThat(settled.payouts().getFirst().gross()).isEqualTo(money("0.00"));
        assertThat(settled.carryOut()).isEqualTo(money("-20.00"));

        Settled next = PoolSettlement.settle(pool("0.00", "-20.00", sold(FIRST, "A", 10, "1000.00")));

        assertThat(next.price()).isEqualTo(money("86.00"));
        assertThat(next.carryOut()).isEqualTo(money("0.00"));
    }

    @Test
    void a_producer_can_check_every_line() {
        Settled settled = PoolSettlement.settle(
                pool("3.33", "0.00", sold(FIRST, "A", 7, "70.00"), sold(FIRST, "B", 11, "99.00")));
        Payout payout = settled.payouts().getFirst();

        assertThat(payout.lines()).hasSize(2);
        for (PayoutLine line : payout.lines()) {
            BigDecimal exact =
                    line.price().decimal().multiply(line.quantity().value()).multiply(line.factor());
            assertThat(line.amount().decimal()).isLessThanOrEqualTo(exact);
            assertThat(exact.subtract(line.amount().decimal())).isLessThan(new BigDecimal("0.01"));
            assertThat(line.price()).isEqualTo(settled.price());
        }
        assertThat(payout.lines().stream().map(PayoutLine::amount).reduce(Money::plus))
                .contains(payout.gross());
    }

    @Test
    void payouts_and_carry_are_what_is_left_of_the_receipts_over_random_pools() {
        Random random = new Random(970);
        Money carry = money("0.00");
        for (int round = 0; round < 5000; round++) {
            Pool pool = random(random, carry);
            Settled settled = PoolSettlement.settle(pool);
            Money sum = settled.payouts().stream().map(Payout::gross).reduce(money("0.00"), Money::plus);

            assertThat(sum).isEqualTo(settled.paidOut());
            assertThat(sum.plus(settled.carryOut()))
                    .isEqualTo(settled.receipts()
                            .minus(settled.margin())
                            .minus(pool.costs())
                            .plus(pool.carryIn()));
            assertThat(settled.payouts()).noneMatch(payout -> payout.gross().isNegative());
            if (settled.price().isPositive()) {
                assertThat(settled.carryOut().isNegative()).isFalse();
            }
            carry = settled.carryOut();
        }
    }

    @Test
    void the_order_in_which_receipts_came_in_changes_nothing() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Pool pool = random(random, money("1.23"));
            List<Sold> shuffled = new ArrayList<>(pool.sold());
            Collections.shuffle(shuffled, random);

            assertThat(PoolSettlement.settle(
                            new Pool(shuffled, pool.factors(), pool.marginPercent(), pool.costs(), pool.carryIn())))
                    .isEqualTo(PoolSettlement.settle(pool));
        }
    }

    private static Pool random(Random random, Money carry) {
        List<Sold> sold = new ArrayList<>();
        int lines = 1 + random.nextInt(30);
        for (int i = 0; i < lines; i++) {
            sold.add(new Sold(
                    new UUID(0, random.nextInt(6)),
                    random.nextBoolean() ? "A" : "B",
                    new Quantity(BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3), "KGM"),
                    new Money(random.nextInt(10_000_000), "INR")));
        }
        return new Pool(
                sold,
                FACTORS,
                BigDecimal.valueOf(random.nextInt(300), 1),
                new Money(random.nextInt(1_000_000), "INR"),
                carry);
    }

    private static Pool pool(String costs, String carry, Sold... sold) {
        return new Pool(List.of(sold), FACTORS, new BigDecimal("12"), money(costs), money(carry));
    }

    private static Sold sold(UUID member, String grade, long quantity, String paid) {
        return new Sold(member, grade, Quantity.of(quantity, "C62"), money(paid));
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
