package coop.parasol.pricing.settlement.rules;

import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.goods;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.gross;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.lots;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.money;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.pool;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Later money: the pool is computed anew over all its goods and receipts, less what was paid before (rules 4). */
class SupplementTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void the_pool_that_gets_2000_more_pays_supplements_of_783_50_and_528_87_and_587_63() {
        DividedPool first =
                PayoutCalculation.divide(pool(500, "300.00", "0.00", lots("3000.00", "2300.00", "2400.00")));

        DividedPool supplement = PayoutCalculation.divide(
                after(first, pool(500, "300.00", "0.00", lots("4000.00", "3000.00", "2700.00"))));

        assertThat(gross(supplement)).containsExactly(money("783.50"), money("528.87"), money("587.63"));
        assertThat(supplement.margin()).isEqualTo(money("485.00"));
        assertThat(supplement.carryOut()).isEqualTo(money("0.02"));
        assertThat(supplement.paid().plus(supplement.carryOut())).isEqualTo(money("8915.00"));
    }

    @Test
    void nobody_is_asked_back_what_it_was_paid_when_costs_come_late() {
        DividedPool first = PayoutCalculation.divide(pool(0, "0.00", "0.00", lots("3000.00", "2300.00", "2400.00")));

        DividedPool supplement = PayoutCalculation.divide(
                after(first, pool(0, "100.00", "0.00", lots("3000.00", "2300.00", "2400.00"))));

        assertThat(gross(supplement)).containsOnly(money("0.00"));
        assertThat(supplement.charged()).isEqualTo(money("0.00"));
        assertThat(supplement.carryOut()).isEqualTo(money("-99.98"));
    }

    @Test
    void a_recall_is_charged_to_whose_goods_were_recalled_with_what_it_has_cost_the_others() {
        DividedPool first = PayoutCalculation.divide(pool(
                0, "200.00", "0.00", List.of(goods(FIRST, "A", 100, "1000.00"), goods(SECOND, "A", 100, "1000.00"))));
        assertThat(gross(first)).containsExactly(money("900.00"), money("900.00"));

        DividedPool recalled = PayoutCalculation.divide(after(
                first,
                pool(
                        0,
                        "200.00",
                        "0.00",
                        List.of(goods(FIRST, "A", 100, "1000.00"), recalled(SECOND, 100, "1000.00")))));

        // alone the first would have earned 800.00: the 100.00 that it was paid more, and its own 900.00, are the
        // second's
        assertThat(recalled.payouts().get(0).charged()).isEqualTo(money("0.00"));
        assertThat(recalled.payouts().get(1).charged()).isEqualTo(money("1000.00"));
        assertThat(recalled.paid()).isEqualTo(money("800.00"));
        assertThat(recalled.carryOut()).isEqualTo(money("0.00"));

        DividedPool again = PayoutCalculation.divide(after(
                recalled,
                pool(
                        0,
                        "200.00",
                        "0.00",
                        List.of(goods(FIRST, "A", 100, "1000.00"), recalled(SECOND, 100, "1000.00")))));
        assertThat(again.charged()).isEqualTo(money("0.00"));
        assertThat(again.paidOut()).isEqualTo(money("0.00"));
    }

    @Test
    void a_cost_that_comes_with_a_recall_is_not_charged_to_whose_goods_were_recalled() {
        DividedPool first = PayoutCalculation.divide(pool(
                1_200, "0.00", "0.00", List.of(goods(FIRST, "A", 1, "10.00"), goods(SECOND, "A", 200, "2000.00"))));
        assertThat(gross(first)).containsExactly(money("8.80"), money("1760.00"));

        DividedPool recalled = PayoutCalculation.divide(after(
                first,
                pool(
                        1_200,
                        "500.00",
                        "0.00",
                        List.of(recalled(FIRST, 1, "10.00"), goods(SECOND, "A", 200, "2000.00")))));

        // with the recalled piece the second would have earned 1,262.48 after the cost, and 1,260.00 without it
        assertThat(recalled.payouts().get(0).charged()).isEqualTo(money("11.28"));
        assertThat(recalled.payouts().get(1).charged()).isEqualTo(money("0.00"));
    }

    @Test
    void a_recall_and_a_late_cost_charge_whose_goods_were_recalled_the_same_together_and_in_either_order() {
        Random random = new Random(29);
        for (int round = 0; round < 600; round++) {
            List<ProducerGoods> sold = randomGoods(random);
            List<ProducerGoods> left = new ArrayList<>(sold);
            int lot = random.nextInt(sold.size());
            ProducerGoods hit = sold.get(lot);
            left.set(
                    lot,
                    new ProducerGoods(
                            hit.memberId(),
                            hit.grade(),
                            Quantity.zero("C62"),
                            money("0.00"),
                            hit.quantity(),
                            hit.receipts()));
            Money costs = new Money(random.nextInt(100_000), "INR");
            Money more = costs.plus(new Money(random.nextInt(10_000_000), "INR"));
            DividedPool first = settled(sold, costs, Map.of());

            DividedPool together = settled(left, more, paid(first));
            DividedPool recallFirst = settled(left, more, paid(settled(left, costs, paid(first))));
            DividedPool costFirst = settled(left, more, paid(settled(sold, more, paid(first))));

            for (DividedPool other : List.of(recallFirst, costFirst)) {
                assertThat(paid(other).get(hit.memberId()))
                        .isEqualTo(paid(together).get(hit.memberId()));
            }
        }
    }

    private static DividedPool settled(List<ProducerGoods> goods, Money costs, Map<UUID, Money> paid) {
        return PayoutCalculation.divide(new Pool(goods, Map.of(), 500, costs, money("0.00"), paid));
    }

    @Test
    void supplements_in_any_order_and_split_give_the_same_total_as_one_settlement() {
        Random random = new Random(17);
        for (int round = 0; round < 600; round++) {
            List<ProducerGoods> all = randomGoods(random);
            int margin = random.nextInt(3000);
            Money costs = new Money(random.nextInt(100_000), "INR");
            Money carryIn = new Money(random.nextInt(40) - 20, "INR");
            DividedPool atOnce = PayoutCalculation.divide(new Pool(all, Map.of(), margin, costs, carryIn, Map.of()));

            DividedPool step = null;
            List<Money> received =
                    new ArrayList<>(all.stream().map(goods -> money("0.00")).toList());
            for (int settlement = 0; step == null || !step.receipts().equals(atOnce.receipts()); settlement++) {
                List<ProducerGoods> now = partly(all, received, random, settlement > 6);
                Pool open = new Pool(now, Map.of(), margin, costs, carryIn, step == null ? Map.of() : paid(step));
                step = PayoutCalculation.divide(open);
                assertThat(step.paid().plus(step.carryOut()))
                        .isEqualTo(step.receipts()
                                .minus(step.margin())
                                .minus(costs)
                                .plus(carryIn));
                assertThat(step.payouts()).noneMatch(payout -> payout.gross().isNegative());
            }

            assertThat(paid(step)).isEqualTo(paid(atOnce));
            assertThat(step.carryOut()).isEqualTo(atOnce.carryOut());
        }
    }

    @Test
    void recalls_and_payments_in_any_order_lose_no_money_and_charge_nobody_else() {
        Random random = new Random(23);
        for (int round = 0; round < 600; round++) {
            List<ProducerGoods> goods = new ArrayList<>(randomGoods(random));
            Money costs = new Money(random.nextInt(100_000), "INR");
            DividedPool step = PayoutCalculation.divide(new Pool(goods, Map.of(), 500, costs, money("0.00"), Map.of()));
            for (int settlement = 0; settlement < 4; settlement++) {
                int lot = random.nextInt(goods.size());
                ProducerGoods hit = goods.get(lot);
                if (random.nextBoolean()) {
                    goods.set(
                            lot,
                            new ProducerGoods(
                                    hit.memberId(),
                                    hit.grade(),
                                    Quantity.zero("C62"),
                                    money("0.00"),
                                    hit.recalled().plus(hit.quantity()),
                                    hit.recalledReceipts().plus(hit.receipts())));
                }
                Map<UUID, Money> before = paid(step);
                step = PayoutCalculation.divide(new Pool(goods, Map.of(), 500, costs, money("0.00"), before));
                List<UUID> causes = goods.stream()
                        .filter(each -> each.recalled().isPositive())
                        .map(ProducerGoods::memberId)
                        .toList();
                for (Payout payout : step.payouts()) {
                    assertThat(payout.charged().isPositive() && !causes.contains(payout.memberId()))
                            .isFalse();
                    assertThat(payout.charged().isPositive() && payout.gross().isPositive())
                            .isFalse();
                }
                Money net = step.receipts().minus(step.margin()).minus(costs);
                assertThat(step.paid().plus(step.carryOut())).isEqualTo(net);
                if (!causes.isEmpty() && !net.isNegative()) {
                    assertThat(step.carryOut().isNegative()).isFalse();
                }
            }
        }
    }

    private static List<ProducerGoods> partly(
            List<ProducerGoods> all, List<Money> received, Random random, boolean rest) {
        List<ProducerGoods> now = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ProducerGoods goods = all.get(i);
            long open = goods.receipts().minus(received.get(i)).minor();
            long more = rest ? open : Math.floorMod(random.nextLong(), open + 1);
            received.set(i, received.get(i).plus(new Money(more, "INR")));
            now.add(new ProducerGoods(
                    goods.memberId(),
                    goods.grade(),
                    goods.quantity(),
                    received.get(i),
                    goods.recalled(),
                    goods.recalledReceipts()));
        }
        return now;
    }

    private static List<ProducerGoods> randomGoods(Random random) {
        List<ProducerGoods> goods = new ArrayList<>();
        int lots = 1 + random.nextInt(8);
        for (int i = 0; i < lots; i++) {
            goods.add(new ProducerGoods(
                    new UUID(0, random.nextInt(5)),
                    random.nextBoolean() ? "A" : "B",
                    Quantity.of(1 + random.nextInt(100_000), "C62"),
                    new Money(random.nextInt(10_000_000), "INR"),
                    Quantity.zero("C62"),
                    money("0.00")));
        }
        return goods;
    }

    private static Pool after(DividedPool settled, Pool pool) {
        return new Pool(
                pool.goods(), pool.gradeFactors(), pool.marginShare(), pool.costs(), pool.carryIn(), paid(settled));
    }

    private static Map<UUID, Money> paid(DividedPool settled) {
        return settled.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::paid));
    }

    private static ProducerGoods recalled(UUID member, long quantity, String receipts) {
        return new ProducerGoods(
                member,
                "A",
                Quantity.zero("C62"),
                money("0.00"),
                new Quantity(BigDecimal.valueOf(quantity), "C62"),
                money(receipts));
    }
}
