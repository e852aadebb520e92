package coop.parasol.pricing.settlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** payout = floor((receipts - margin - costs + carry) x own equivalents / all equivalents), exactly: the pools of rules 4. */
class PayoutCalculationTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final Map<String, BigDecimal> FACTORS = Map.of("B", new BigDecimal("0.9"));

    @Test
    void the_pool_of_970_equivalents_and_net_8800_pays_to_the_last_coin_and_carries_2_paise() {
        DividedPool divided =
                PayoutCalculation.divide(pool(1200, "0.00", "0.00", lots("4000.00", "3000.00", "3000.00")));

        assertThat(divided.receipts().minus(divided.margin())).isEqualTo(money("8800.00"));
        assertThat(divided.equivalents()).isEqualByComparingTo("970");
        assertThat(divided.price().text()).isEqualTo("9.07216495");
        assertThat(gross(divided)).containsExactly(money("3628.86"), money("2449.48"), money("2721.64"));
        assertThat(divided.carryOut()).isEqualTo(money("0.02"));
    }

    @Test
    void receipts_of_7700_and_costs_of_300_at_a_margin_of_5_percent_are_net_7015() {
        DividedPool divided =
                PayoutCalculation.divide(pool(500, "300.00", "0.00", lots("3000.00", "2300.00", "2400.00")));

        assertThat(divided.receipts()).isEqualTo(money("7700.00"));
        assertThat(gross(divided)).containsExactly(money("2892.78"), money("1952.62"), money("2169.58"));
        assertThat(divided.carryOut()).isEqualTo(money("0.02"));
    }

    @Test
    void two_lots_of_150_million_pieces_share_1000000_01_to_the_last_coin() {
        DividedPool divided = PayoutCalculation.divide(pool(
                0,
                "0.00",
                "0.00",
                List.of(goods(FIRST, "A", 100_000_000, "1000000.01"), goods(SECOND, "A", 50_000_000, "0.00"))));

        assertThat(gross(divided)).containsExactly(money("666666.67"), money("333333.33"));
        assertThat(divided.carryOut()).isEqualTo(money("0.01"));
    }

    @Test
    void a_million_pieces_at_one_paisa_are_paid_all_of_their_8800_rupees() {
        DividedPool divided =
                PayoutCalculation.divide(pool(1200, "0.00", "0.00", List.of(goods(FIRST, "A", 1_000_000, "10000.00"))));

        assertThat(gross(divided)).containsExactly(money("8800.00"));
        assertThat(divided.price().text()).isEqualTo("0.0088");
        assertThat(divided.carryOut()).isEqualTo(money("0.00"));
    }

    @Test
    void a_million_pieces_at_three_paise_and_999_at_ten_are_paid_all_of_their_net() {
        assertThat(gross(PayoutCalculation.divide(
                        pool(1200, "0.00", "0.00", List.of(goods(FIRST, "A", 1_000_000, "30000.00"))))))
                .containsExactly(money("26400.00"));
        assertThat(gross(
                        PayoutCalculation.divide(pool(1200, "0.00", "0.00", List.of(goods(FIRST, "A", 999, "99.90"))))))
                .containsExactly(money("87.92"));
    }

    @Test
    void every_producer_earns_the_same_for_the_same_grade_whichever_partner_paid_how_much() {
        DividedPool divided = PayoutCalculation.divide(pool(
                1200, "0.00", "0.00", List.of(goods(FIRST, "A", 100, "500.00"), goods(SECOND, "A", 100, "2000.00"))));

        assertThat(divided.payouts().get(0).gross())
                .isEqualTo(divided.payouts().get(1).gross());
        assertThat(divided.payouts().get(0).salesValue()).isEqualTo(money("500.00"));
    }

    @Test
    void goods_that_partners_have_not_paid_yet_have_their_part_in_what_was_paid() {
        DividedPool divided = PayoutCalculation.divide(
                pool(0, "0.00", "0.00", List.of(goods(FIRST, "A", 100, "900.00"), goods(SECOND, "A", 200, "0.00"))));

        assertThat(gross(divided)).containsExactly(money("300.00"), money("600.00"));
    }

    @Test
    void a_producer_never_owes_and_what_is_missing_is_carried() {
        DividedPool divided =
                PayoutCalculation.divide(pool(1200, "900.00", "0.00", List.of(goods(FIRST, "A", 10, "1000.00"))));

        assertThat(divided.payouts().getFirst().gross()).isEqualTo(money("0.00"));
        assertThat(divided.price().isPositive()).isFalse();
        assertThat(divided.carryOut()).isEqualTo(money("-20.00"));

        DividedPool next =
                PayoutCalculation.divide(pool(1200, "0.00", "-20.00", List.of(goods(FIRST, "A", 10, "1000.00"))));

        assertThat(gross(next)).containsExactly(money("860.00"));
        assertThat(next.carryOut()).isEqualTo(money("0.00"));
    }

    @Test
    void a_producer_can_recompute_every_line_from_the_figures_of_the_pool() {
        DividedPool divided = PayoutCalculation.divide(pool(
                1200,
                "3.33",
                "0.00",
                List.of(
                        goods(FIRST, "A", 7, "70.00"),
                        goods(FIRST, "B", 11, "99.00"),
                        goods(SECOND, "A", 3, "20.00"))));
        Payout payout = divided.payouts().getFirst();
        long net = divided.receipts()
                .minus(divided.margin())
                .minus(divided.costs())
                .plus(divided.carryIn())
                .minor();

        assertThat(payout.lines()).hasSize(2);
        for (PayoutLineV2 line : payout.lines()) {
            assertThat(line.equivalents())
                    .isEqualByComparingTo(line.quantity().value().multiply(line.factor()));
            assertThat(line.earned().minor())
                    .isEqualTo(line.equivalents()
                            .multiply(BigDecimal.valueOf(net))
                            .divideToIntegralValue(divided.equivalents())
                            .longValueExact());
        }
        assertThat(payout.lines().stream().map(PayoutLineV2::earned).reduce(Money::plus))
                .contains(payout.gross());
    }

    @Test
    void payouts_and_carry_are_receipts_less_margin_and_costs_over_random_pools_of_three_currencies() {
        Random random = new Random(970);
        for (String currency : List.of("JPY", "INR", "KWD")) {
            Money carry = Money.zero(currency);
            for (int round = 0; round < 3000; round++) {
                Pool pool = random(random, carry);
                DividedPool divided = PayoutCalculation.divide(pool);
                Money sum = divided.payouts().stream().map(Payout::gross).reduce(Money.zero(currency), Money::plus);
                Money net = divided.receipts()
                        .minus(divided.margin())
                        .minus(pool.costs())
                        .plus(pool.carryIn());
                long lines = divided.payouts().stream()
                        .mapToLong(payout -> payout.lines().size())
                        .sum();

                assertThat(sum).isEqualTo(divided.paidOut());
                assertThat(sum.plus(divided.carryOut())).isEqualTo(net);
                assertThat(divided.payouts()).noneMatch(payout -> payout.gross().isNegative());
                if (net.isNegative()) {
                    assertThat(sum.isZero()).isTrue();
                } else {
                    assertThat(divided.carryOut().minor()).isBetween(0L, lines - 1);
                }
                carry = divided.carryOut();
            }
        }
    }

    @Test
    void a_grade_has_one_price_for_every_producer_over_random_pools() {
        Random random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            DividedPool divided = PayoutCalculation.divide(random(random, Money.zero("INR")));
            List<PayoutLineV2> lines = divided.payouts().stream()
                    .flatMap(payout -> payout.lines().stream())
                    .toList();
            for (PayoutLineV2 one : lines) {
                for (PayoutLineV2 other : lines) {
                    // earned per equivalent differs by less than a minor unit on either line: a/x = b/y up to the
                    // floors
                    BigDecimal difference = BigDecimal.valueOf(one.earned().minor())
                            .multiply(other.equivalents())
                            .subtract(BigDecimal.valueOf(other.earned().minor()).multiply(one.equivalents()))
                            .abs();
                    assertThat(difference).isLessThan(one.equivalents().max(other.equivalents()));
                }
            }
        }
    }

    @Test
    void the_order_of_the_goods_changes_nothing() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Pool pool = random(random, money("1.23"));
            List<ProducerGoods> shuffled = new ArrayList<>(pool.goods());
            Collections.shuffle(shuffled, random);

            assertThat(PayoutCalculation.divide(new Pool(
                            shuffled, pool.gradeFactors(), pool.marginShare(), pool.costs(), pool.carryIn(), Map.of())))
                    .isEqualTo(PayoutCalculation.divide(pool));
        }
    }

    /** Prices from 0.0001 to 10,000,000 for a unit: receipts that are not a whole number of coins for a unit. */
    private static Pool random(Random random, Money carry) {
        List<ProducerGoods> goods = new ArrayList<>();
        int lots = 1 + random.nextInt(30);
        for (int i = 0; i < lots; i++) {
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3);
            BigDecimal price = BigDecimal.TEN.pow(random.nextInt(12)).movePointLeft(4);
            BigInteger amount = new Money(0, carry.currency())
                    .decimal()
                    .add(price)
                    .multiply(quantity)
                    .movePointRight(new Money(0, carry.currency()).decimal().scale())
                    .toBigInteger();
            goods.add(new ProducerGoods(
                    new UUID(0, random.nextInt(6)),
                    random.nextBoolean() ? "A" : "B",
                    new Quantity(quantity, "KGM"),
                    new Money(amount.longValueExact(), carry.currency()),
                    Quantity.zero("KGM"),
                    Money.zero(carry.currency())));
        }
        return new Pool(
                goods,
                FACTORS,
                random.nextInt(3000),
                new Money(random.nextInt(1_000_000), carry.currency()),
                carry,
                new HashMap<>());
    }

    static List<ProducerGoods> lots(String first, String second, String third) {
        return List.of(goods(FIRST, "A", 400, first), goods(SECOND, "B", 300, second), goods(THIRD, "A", 300, third));
    }

    static Pool pool(int margin, String costs, String carry, List<ProducerGoods> goods) {
        return new Pool(goods, FACTORS, margin, money(costs), money(carry), Map.of());
    }

    static ProducerGoods goods(UUID member, String grade, long quantity, String paid) {
        return new ProducerGoods(
                member, grade, Quantity.of(quantity, "C62"), money(paid), Quantity.of(0, "C62"), money("0.00"));
    }

    static List<Money> gross(DividedPool divided) {
        return divided.payouts().stream().map(Payout::gross).toList();
    }

    static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
