package coop.parasol.pricing.settlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PayoutLine;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerReceipts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Receipts - margin - costs +/- carry, divided by grade-weighted quantity. */
class PayoutCalculationTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final int MARGIN_SHARE = 1200;
    private static final Map<String, BigDecimal> FACTORS = Map.of("B", new BigDecimal("0.9"));

    @Test
    void the_pool_of_970_equivalents_pays_9_07_for_each_and_carries_2_10() {
        DividedPool divided = PayoutCalculation.divide(new Pool(
                List.of(
                        received(FIRST, "A", 400, "4000.00"),
                        received(SECOND, "B", 300, "3000.00"),
                        received(THIRD, "A", 300, "3000.00")),
                FACTORS,
                MARGIN_SHARE,
                money("0.00"),
                money("0.00")));

        assertThat(divided.receipts().minus(divided.margin())).isEqualTo(money("8800.00"));
        assertThat(divided.equivalents()).isEqualByComparingTo("970");
        assertThat(divided.price()).isEqualTo(money("9.07"));
        assertThat(divided.payouts().stream().map(Payout::gross))
                .containsExactly(money("3628.00"), money("2448.90"), money("2721.00"));
        assertThat(divided.carryOut()).isEqualTo(money("2.10"));
    }

    @Test
    void every_producer_gets_the_same_price_for_the_same_grade_whichever_partner_paid_how_much() {
        DividedPool divided = PayoutCalculation.divide(
                pool("0.00", "0.00", received(FIRST, "A", 100, "500.00"), received(SECOND, "A", 100, "2000.00")));

        assertThat(divided.payouts().get(0).gross())
                .isEqualTo(divided.payouts().get(1).gross());
        assertThat(divided.payouts().get(0).salesValue()).isEqualTo(money("500.00"));
    }

    @Test
    void a_producer_never_owes_and_what_is_missing_is_carried() {
        DividedPool divided = PayoutCalculation.divide(pool("900.00", "0.00", received(FIRST, "A", 10, "1000.00")));

        assertThat(divided.payouts().getFirst().gross()).isEqualTo(money("0.00"));
        assertThat(divided.carryOut()).isEqualTo(money("-20.00"));

        DividedPool next = PayoutCalculation.divide(pool("0.00", "-20.00", received(FIRST, "A", 10, "1000.00")));

        assertThat(next.price()).isEqualTo(money("86.00"));
        assertThat(next.carryOut()).isEqualTo(money("0.00"));
    }

    @Test
    void a_producer_can_recompute_every_line() {
        DividedPool divided = PayoutCalculation.divide(
                pool("3.33", "0.00", received(FIRST, "A", 7, "70.00"), received(FIRST, "B", 11, "99.00")));
        Payout payout = divided.payouts().getFirst();

        assertThat(payout.lines()).hasSize(2);
        for (PayoutLine line : payout.lines()) {
            BigDecimal exact =
                    line.price().decimal().multiply(line.quantity().value()).multiply(line.factor());
            assertThat(line.amount().decimal()).isLessThanOrEqualTo(exact);
            assertThat(exact.subtract(line.amount().decimal())).isLessThan(new BigDecimal("0.01"));
            assertThat(line.price()).isEqualTo(divided.price());
        }
        assertThat(payout.lines().stream().map(PayoutLine::amount).reduce(Money::plus))
                .contains(payout.gross());
    }

    @Test
    void payouts_and_carry_are_receipts_less_margin_and_costs_over_random_pools() {
        Random random = new Random(970);
        Money carry = money("0.00");
        for (int round = 0; round < 5000; round++) {
            Pool pool = random(random, carry);
            DividedPool divided = PayoutCalculation.divide(pool);
            Money sum = divided.payouts().stream().map(Payout::gross).reduce(money("0.00"), Money::plus);

            assertThat(sum).isEqualTo(divided.paidOut());
            assertThat(sum.plus(divided.carryOut()))
                    .isEqualTo(divided.receipts()
                            .minus(divided.margin())
                            .minus(pool.costs())
                            .plus(pool.carryIn()));
            assertThat(divided.payouts()).noneMatch(payout -> payout.gross().isNegative());
            if (divided.price().isPositive()) {
                assertThat(divided.carryOut().isNegative()).isFalse();
            }
            carry = divided.carryOut();
        }
    }

    @Test
    void the_order_of_the_receipts_changes_nothing() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Pool pool = random(random, money("1.23"));
            List<ProducerReceipts> shuffled = new ArrayList<>(pool.receipts());
            Collections.shuffle(shuffled, random);

            assertThat(PayoutCalculation.divide(
                            new Pool(shuffled, pool.gradeFactors(), pool.marginShare(), pool.costs(), pool.carryIn())))
                    .isEqualTo(PayoutCalculation.divide(pool));
        }
    }

    private static Pool random(Random random, Money carry) {
        List<ProducerReceipts> receipts = new ArrayList<>();
        int lines = 1 + random.nextInt(30);
        for (int i = 0; i < lines; i++) {
            receipts.add(new ProducerReceipts(
                    new UUID(0, random.nextInt(6)),
                    random.nextBoolean() ? "A" : "B",
                    new Quantity(BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3), "KGM"),
                    new Money(random.nextInt(10_000_000), "INR")));
        }
        return new Pool(
                receipts, FACTORS, random.nextInt(300) * 10, new Money(random.nextInt(1_000_000), "INR"), carry);
    }

    private static Pool pool(String costs, String carry, ProducerReceipts... receipts) {
        return new Pool(List.of(receipts), FACTORS, MARGIN_SHARE, money(costs), money(carry));
    }

    private static ProducerReceipts received(UUID member, String grade, long quantity, String paid) {
        return new ProducerReceipts(member, grade, Quantity.of(quantity, "C62"), money(paid));
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
