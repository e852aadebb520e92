package coop.parasol.pricing.settlement.rules;

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

/** Costs and money that come in parts, in any order: each producer has in the end what one settlement would have paid it (rules 4). */
class LateCostsTest {

    private static final Map<String, BigDecimal> FACTORS = Map.of("B", new BigDecimal("0.9"));

    /** The season's lamps: 15,837.36 more for one, and the others owe what the cost of freight takes from them. */
    @Test
    void a_late_cost_is_borne_by_all_producers_of_the_pool_at_one_price() {
        UUID ravi = new UUID(0, 1);
        UUID others = new UUID(0, 2);
        DividedPool first =
                divide(List.of(lamps(ravi, 40, "52000.00"), lamps(others, 155, "199250.00")), "7200.00", Map.of());
        DividedPool supplement =
                divide(List.of(lamps(ravi, 55, "70750.00"), lamps(others, 155, "199250.00")), "9600.00", paid(first));

        assertThat(supplement.payouts().getFirst().gross()).isEqualTo(Money.of("15837.36", "INR"));
        assertThat(supplement.payouts().getLast().charged()).isEqualTo(Money.of("1737.36", "INR"));
        assertThat(supplement.payouts())
                .extracting(Payout::paid)
                .containsExactly(Money.of("59714.28", "INR"), Money.of("168285.71", "INR"));
        assertThat(supplement.carryOut()).isEqualTo(Money.of("0.01", "INR"));
    }

    @Test
    void costs_and_money_in_any_order_and_split_give_the_same_as_one_settlement_in_three_currencies() {
        Random random = new Random(119);
        for (String currency : List.of("JPY", "INR", "KWD")) {
            for (int round = 0; round < 600; round++) {
                List<ProducerGoods> all = goods(random, currency);
                int margin = random.nextInt(3000);
                Money costs = new Money(random.nextInt(2_000_000), currency);
                Money carryIn = new Money(random.nextInt(40) - 20, currency);
                DividedPool atOnce = PayoutCalculation.divide(new Pool(all, FACTORS, margin, costs, carryIn, Map.of()));

                Map<UUID, Money> paid = Map.of();
                for (int part = 1; part < 6; part++) {
                    Pool open = new Pool(
                            partly(all, random),
                            FACTORS,
                            margin,
                            new Money(random.nextLong(costs.minor() + 1), currency),
                            carryIn,
                            paid);
                    DividedPool step = PayoutCalculation.divide(open);
                    holds(step);
                    paid = paid(step);
                }
                DividedPool last = PayoutCalculation.divide(new Pool(all, FACTORS, margin, costs, carryIn, paid));

                holds(last);
                assertThat(last.carryOut()).isEqualTo(atOnce.carryOut());
                atOnce.payouts()
                        .forEach(payout -> assertThat(paid(last)).containsEntry(payout.memberId(), payout.paid()));
            }
        }
    }

    @Test
    void with_recalls_and_late_costs_in_any_order_the_carry_is_less_than_a_minor_unit_a_line() {
        Random random = new Random(18);
        for (int round = 0; round < 1000; round++) {
            List<ProducerGoods> goods = new ArrayList<>(goods(random, "INR"));
            Money costs = Money.zero("INR");
            Map<UUID, Money> paid = Map.of();
            for (int step = 0; step < 6; step++) {
                if (random.nextInt(3) == 0) {
                    goods.replaceAll(each -> random.nextInt(3) == 0 ? recalled(each) : each);
                } else {
                    costs = costs.plus(new Money(random.nextInt(100_000), "INR"));
                }
                DividedPool divided = PayoutCalculation.divide(
                        new Pool(List.copyOf(goods), FACTORS, 730, costs, Money.zero("INR"), paid));
                holds(divided);
                paid = paid(divided);
            }
        }
    }

    /** Payouts and carry are all that there is, and of the carry no more is left than cannot be divided. */
    private static void holds(DividedPool divided) {
        Money net = divided.receipts()
                .minus(divided.margin())
                .minus(divided.costs())
                .plus(divided.carryIn());
        long lines = divided.payouts().stream()
                .mapToLong(payout -> payout.lines().size())
                .sum();
        Money all = divided.payouts().stream().map(Payout::paid).reduce(Money.zero(net.currency()), Money::plus);

        assertThat(all.plus(divided.carryOut())).isEqualTo(net);
        if (net.isNegative() || lines == 0) {
            assertThat(divided.carryOut()).isEqualTo(net);
        } else {
            assertThat(divided.carryOut().minor()).isBetween(0L, lines - 1);
        }
    }

    private static DividedPool divide(List<ProducerGoods> goods, String costs, Map<UUID, Money> paid) {
        return PayoutCalculation.divide(
                new Pool(goods, FACTORS, 1200, Money.of(costs, "INR"), Money.zero("INR"), paid));
    }

    private static ProducerGoods lamps(UUID member, long quantity, String receipts) {
        return new ProducerGoods(
                member,
                "A",
                Quantity.of(quantity, "C62"),
                Money.of(receipts, "INR"),
                Quantity.zero("C62"),
                Money.zero("INR"));
    }

    private static List<ProducerGoods> goods(Random random, String currency) {
        List<ProducerGoods> goods = new ArrayList<>();
        int lots = 1 + random.nextInt(8);
        for (int i = 0; i < lots; i++) {
            goods.add(new ProducerGoods(
                    new UUID(0, random.nextInt(5)),
                    random.nextBoolean() ? "A" : "B",
                    Quantity.of(1 + random.nextInt(100_000), "C62"),
                    new Money(random.nextInt(10_000_000), currency),
                    Quantity.zero("C62"),
                    Money.zero(currency)));
        }
        return goods;
    }

    /** What partners may have paid of them by some day; it may be less than on an earlier one, as when a bank takes money back. */
    private static List<ProducerGoods> partly(List<ProducerGoods> all, Random random) {
        return all.stream()
                .map(goods -> new ProducerGoods(
                        goods.memberId(),
                        goods.grade(),
                        goods.quantity(),
                        new Money(
                                random.nextLong(goods.receipts().minor() + 1),
                                goods.receipts().currency()),
                        goods.recalled(),
                        goods.recalledReceipts()))
                .toList();
    }

    private static ProducerGoods recalled(ProducerGoods goods) {
        return new ProducerGoods(
                goods.memberId(),
                goods.grade(),
                Quantity.zero("C62"),
                Money.zero("INR"),
                goods.recalled().plus(goods.quantity()),
                goods.recalledReceipts().plus(goods.receipts()));
    }

    private static Map<UUID, Money> paid(DividedPool divided) {
        return divided.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::paid));
    }
}
