package coop.parasol.pricing.settlement.rules;

import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.goods;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.lots;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.money;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.pool;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money of closed pools: it is divided by their own rule within the product's next settlement, and none is lost (rules 4). */
class LateDivisionTest {

    private static final Period WEEK = Period.parse("2026-W48");
    private static final UUID POOL = new UUID(7, 7);

    @Test
    void the_2000_that_come_after_the_closing_pay_what_a_supplement_would_have_paid() {
        DividedPool closed =
                PayoutCalculation.divide(pool(500, "300.00", "0.00", lots("3000.00", "2300.00", "2400.00")));
        Pool more = pool(500, "300.00", "0.00", lots("4000.00", "3000.00", "2700.00"));

        LateDivision late = LateDivision.of(POOL, WEEK, 500, closed, PayoutCalculation.divide(after(closed, more)));

        assertThat(late.parts())
                .extracting(Payout::gross)
                .containsExactly(money("783.50"), money("528.87"), money("587.63"));
        assertThat(late.receipts()).isEqualTo(money("2000.00"));
        assertThat(late.margin()).isEqualTo(money("100.00"));
        assertThat(late.carried()).isEqualTo(money("0.00"));
        assertThat(late.sales().values()).containsExactlyInAnyOrder(money("1000.00"), money("700.00"), money("300.00"));
    }

    @Test
    void a_closed_pool_of_which_nothing_is_new_moves_nothing() {
        Pool pool = pool(500, "300.00", "0.00", lots("3000.00", "2300.00", "2400.00"));
        DividedPool closed = PayoutCalculation.divide(pool);

        LateDivision late = LateDivision.of(POOL, WEEK, 500, closed, PayoutCalculation.divide(after(closed, pool)));

        assertThat(late.movesNothing()).isTrue();
        assertThat(late.parts()).isEmpty();
    }

    @Test
    void a_recall_of_goods_of_a_closed_pool_is_charged_to_whose_goods_were_recalled() {
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);
        DividedPool closed = PayoutCalculation.divide(pool(
                0, "200.00", "0.00", List.of(goods(first, "A", 100, "1000.00"), goods(second, "A", 100, "1000.00"))));
        ProducerGoods recalled = new ProducerGoods(
                second, "A", Quantity.zero("C62"), money("0.00"), Quantity.of(100, "C62"), money("1000.00"));

        LateDivision late = LateDivision.of(
                POOL,
                WEEK,
                0,
                closed,
                PayoutCalculation.divide(after(
                        closed, pool(0, "200.00", "0.00", List.of(goods(first, "A", 100, "1000.00"), recalled)))));

        assertThat(late.parts()).singleElement().satisfies(part -> {
            assertThat(part.memberId()).isEqualTo(second);
            assertThat(part.charged()).isEqualTo(money("1000.00"));
        });
        assertThat(late.receipts()).isEqualTo(money("-1000.00"));
    }

    @Test
    void over_random_histories_every_minor_unit_arrives_in_exactly_one_pool() {
        Random random = new Random(41);
        for (int round = 0; round < 300; round++) {
            boolean recalls = random.nextBoolean();
            Product product = new Product(random);
            for (int step = 0; step < 60; step++) {
                switch (random.nextInt(recalls ? 5 : 4)) {
                    case 0 -> product.pay(false);
                    case 1, 2 -> product.settle(random.nextInt(product.weeks.size() - 1));
                    case 3 -> product.close(random.nextInt(product.weeks.size() - 1));
                    default -> product.recall();
                }
                product.assertConserved();
            }
            for (int week = 0; week < product.weeks.size() - 1; week++) {
                product.settle(week);
            }
            product.pay(true);
            for (int week = 0; week < product.weeks.size(); week++) {
                product.settle(week);
            }
            product.assertConserved();
            product.assertAllArrived(recalls);
        }
    }

    /** A week's pool as a service would keep it. */
    private static final class Week {
        final List<ProducerGoods> sold = new ArrayList<>();
        final List<Money> received = new ArrayList<>();
        final int margin;
        final Money costs;
        Money carryIn = money("0.00");

        @Nullable DividedPool last;

        boolean closed;

        Week(Random random) {
            margin = random.nextInt(3000);
            costs = new Money(random.nextInt(50_000), "INR");
            int lots = 1 + random.nextInt(6);
            for (int i = 0; i < lots; i++) {
                sold.add(new ProducerGoods(
                        new UUID(0, random.nextInt(5)),
                        random.nextBoolean() ? "A" : "B",
                        Quantity.of(1 + random.nextInt(100_000), "C62"),
                        new Money(1 + random.nextInt(10_000_000), "INR"),
                        Quantity.zero("C62"),
                        money("0.00")));
                received.add(money("0.00"));
            }
        }

        DividedPool divide(Map<UUID, Money> paid) {
            List<ProducerGoods> now = new ArrayList<>();
            for (int i = 0; i < sold.size(); i++) {
                ProducerGoods lot = sold.get(i);
                now.add(new ProducerGoods(
                        lot.memberId(),
                        lot.grade(),
                        lot.quantity(),
                        received.get(i),
                        lot.recalled(),
                        lot.recalledReceipts()));
            }
            return PayoutCalculation.divide(new Pool(now, Map.of(), margin, costs, carryIn, paid));
        }
    }

    /** A product with its pools, its carry, and what every producer was paid of them. */
    private static final class Product {
        final Random random;
        final List<Week> weeks = new ArrayList<>();
        final Map<UUID, Money> balances = new HashMap<>();
        Money carry = money("0.00");

        Product(Random random) {
            this.random = random;
            for (int i = 0; i < 4; i++) {
                weeks.add(new Week(random));
            }
        }

        void pay(boolean everything) {
            for (Week week : weeks) {
                for (int i = 0; i < week.sold.size(); i++) {
                    Money due = week.sold.get(i).receipts().minus(week.received.get(i));
                    if (everything) {
                        week.received.set(i, week.sold.get(i).receipts());
                    } else if (due.isPositive() && random.nextBoolean()) {
                        Money part = new Money(random.nextLong(due.minor() + 1), "INR");
                        week.received.set(i, week.received.get(i).plus(part));
                    }
                }
            }
        }

        void recall() {
            Week week = weeks.get(random.nextInt(weeks.size()));
            int lot = random.nextInt(week.sold.size());
            ProducerGoods hit = week.sold.get(lot);
            week.sold.set(
                    lot,
                    new ProducerGoods(
                            hit.memberId(),
                            hit.grade(),
                            Quantity.zero("C62"),
                            money("0.00"),
                            hit.recalled().plus(hit.quantity()),
                            hit.recalledReceipts().plus(week.received.get(lot))));
            week.received.set(lot, money("0.00"));
        }

        /** What DraftSettlement and ApproveSettlement do with the pure rules. */
        void settle(int number) {
            Week week = weeks.get(number);
            if (week.closed) {
                return;
            }
            DividedPool before = week.last;
            if (before == null) {
                week.carryIn = carry;
            }
            DividedPool now = week.divide(before == null ? Map.of() : paid(before));
            book(now);
            carry = carry.plus(now.carryOut().minus(before == null ? week.carryIn : before.carryOut()));
            week.last = now;
            for (Week other : weeks) {
                DividedPool last = other.last;
                if (other.closed && last != null) {
                    LateDivision late = LateDivision.of(POOL, WEEK, other.margin, last, other.divide(paid(last)));
                    assertThat(late.division()
                                    .paidOut()
                                    .minus(late.division().charged())
                                    .plus(late.carried()))
                            .as("payouts - charges + carry = receipts - margin")
                            .isEqualTo(late.receipts().minus(late.margin()));
                    if (!late.movesNothing()) {
                        book(late.division());
                        carry = carry.plus(late.carried());
                        other.last = late.division();
                    }
                }
            }
        }

        void close(int number) {
            weeks.get(number).closed = weeks.get(number).last != null;
        }

        private void book(DividedPool divided) {
            divided.payouts()
                    .forEach(payout ->
                            balances.merge(payout.memberId(), payout.gross().minus(payout.charged()), Money::plus));
        }

        void assertConserved() {
            Money in = money("0.00");
            for (Week week : weeks) {
                if (week.last != null) {
                    in = in.plus(week.last.receipts()).minus(week.last.margin()).minus(week.last.costs());
                }
            }
            assertThat(balances.values().stream().reduce(carry, Money::plus))
                    .as("payouts + carry = receipts - margin - costs")
                    .isEqualTo(in);
        }

        void assertAllArrived(boolean recalls) {
            Map<UUID, Money> atOnce = new HashMap<>();
            for (Week week : weeks) {
                DividedPool last = Objects.requireNonNull(week.last);
                assertThat(last.receipts()).isEqualTo(week.received.stream().reduce(money("0.00"), Money::plus));
                week.divide(Map.of())
                        .payouts()
                        .forEach(payout -> atOnce.merge(payout.memberId(), payout.earned(), Money::plus));
            }
            if (!recalls) {
                assertThat(balances).as("as without any closing").isEqualTo(atOnce);
            }
        }
    }

    private static Pool after(DividedPool settled, Pool pool) {
        return new Pool(
                pool.goods(), pool.gradeFactors(), pool.marginShare(), pool.costs(), pool.carryIn(), paid(settled));
    }

    private static Map<UUID, Money> paid(DividedPool settled) {
        return settled.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::paid));
    }
}
