package coop.parasol.pricing.settlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.settlement.rules.OriginatorShares.SharedGoods;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The originator's share of a shared commitment, of rules.md 5, is a line that settlement pays; all producers together earn the same. */
class OriginatorSharesTest {

    private static final UUID ORIGINATOR = new UUID(0, 1);
    private static final UUID TAKER = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final UUID COMMITMENT = new UUID(1, 1);

    @Test
    void of_what_the_goods_earn_the_originator_keeps_its_share_rounded_down_and_the_taker_has_the_rest() {
        DividedPool divided = divide(
                List.of(goods(TAKER, 100, "500.00"), goods(OTHER, 100, "500.00")), List.of(shared(50, 300)), Map.of());

        assertThat(earned(divided, TAKER)).isEqualTo(money("492.50"));
        assertThat(earned(divided, ORIGINATOR)).isEqualTo(money("7.50"));
        assertThat(earned(divided, OTHER)).isEqualTo(money("500.00"));
        assertThat(payout(divided, TAKER).shares())
                .isEqualTo(payout(divided, ORIGINATOR).shares());
        assertThat(payout(divided, TAKER).shares().getFirst().amount()).isEqualTo(money("7.50"));
        assertThat(payout(divided, OTHER).shares()).isEmpty();
        assertThat(payout(divided, ORIGINATOR).salesValue()).isEqualTo(money("0.00"));
    }

    @Test
    void a_grade_counts_as_its_factor_says() {
        DividedPool divided = PayoutCalculation.divide(new Pool(
                List.of(
                        new ProducerGoods(TAKER, "B", pieces(100), money("900.00"), pieces(0), money("0.00")),
                        goods(OTHER, 10, "0.00")),
                Map.of("B", new BigDecimal("0.9")),
                0,
                money("0.00"),
                money("0.00"),
                Map.of(),
                List.of(new SharedGoods(COMMITMENT, ORIGINATOR, TAKER, "B", pieces(100), 1_000, false))));

        assertThat(earned(divided, ORIGINATOR)).isEqualTo(money("81.00"));
        assertThat(earned(divided, TAKER)).isEqualTo(money("729.00"));
    }

    @Test
    void a_pool_that_earns_nothing_pays_no_share() {
        DividedPool divided = PayoutCalculation.divide(new Pool(
                List.of(goods(TAKER, 100, "10.00")),
                Map.of(),
                0,
                money("50.00"),
                money("0.00"),
                Map.of(),
                List.of(shared(100, 300))));

        assertThat(earned(divided, ORIGINATOR)).isEqualTo(money("0.00"));
        assertThat(divided.carryOut()).isEqualTo(money("-40.00"));
    }

    @Test
    void with_random_shares_all_producers_together_earn_what_they_earn_without_and_everything_is_paid_or_carried() {
        Random random = new Random(63);
        for (int round = 0; round < 300; round++) {
            List<ProducerGoods> goods = new ArrayList<>();
            List<SharedGoods> shared = new ArrayList<>();
            for (int producer = 0; producer < 1 + random.nextInt(6); producer++) {
                UUID member = new UUID(0, producer);
                int quantity = 1 + random.nextInt(1_000);
                goods.add(goods(member, quantity, random.nextInt(100_000) + ".17"));
                int left = quantity;
                while (left > 0 && random.nextBoolean()) {
                    int part = 1 + random.nextInt(left);
                    left -= part;
                    shared.add(new SharedGoods(
                            new UUID(1, producer),
                            new UUID(0, random.nextInt(8)),
                            member,
                            "A",
                            pieces(part),
                            random.nextInt(5_001),
                            false));
                }
            }
            Money costs = new Money(random.nextInt(20_000), "INR");
            Money carryIn = new Money(random.nextInt(200) - 100, "INR");
            int margin = random.nextInt(1_001);
            DividedPool without =
                    PayoutCalculation.divide(new Pool(goods, Map.of(), margin, costs, carryIn, Map.of(), List.of()));
            DividedPool with =
                    PayoutCalculation.divide(new Pool(goods, Map.of(), margin, costs, carryIn, Map.of(), shared));

            assertThat(sum(with)).isEqualTo(sum(without));
            assertThat(with.carryOut()).isEqualTo(without.carryOut());
            assertThat(with.payouts()).allMatch(payout -> !payout.earned().isNegative());
            assertThat(with.paidOut().plus(with.carryOut()))
                    .isEqualTo(with.receipts()
                            .minus(with.margin())
                            .minus(with.costs())
                            .plus(with.carryIn()));
        }
    }

    @Test
    void supplements_in_any_steps_pay_originators_what_one_settlement_would() {
        List<SharedGoods> shared = List.of(shared(40, 300));
        List<ProducerGoods> first = List.of(goods(TAKER, 100, "333.33"), goods(OTHER, 50, "0.00"));
        List<ProducerGoods> all = List.of(goods(TAKER, 100, "1000.00"), goods(OTHER, 50, "777.77"));

        DividedPool early = divide(first, shared, Map.of());
        Map<UUID, Money> paid = new HashMap<>();
        early.payouts().forEach(payout -> paid.put(payout.memberId(), payout.paid()));
        DividedPool late = divide(all, shared, paid);
        DividedPool atOnce = divide(all, shared, Map.of());

        for (UUID member : List.of(ORIGINATOR, TAKER, OTHER)) {
            assertThat(payout(late, member).paid())
                    .isEqualTo(payout(atOnce, member).paid());
        }
    }

    @Test
    void when_shared_goods_are_recalled_their_maker_bears_what_the_originator_and_others_were_paid() {
        List<ProducerGoods> sold = List.of(goods(TAKER, 100, "500.00"), goods(OTHER, 100, "500.00"));
        DividedPool paid = divide(sold, List.of(shared(100, 300)), Map.of());
        assertThat(payout(paid, ORIGINATOR).paid()).isEqualTo(money("15.00"));

        DividedPool recalled = divide(
                List.of(
                        new ProducerGoods(TAKER, "A", pieces(0), money("0.00"), pieces(100), money("500.00")),
                        goods(OTHER, 100, "500.00")),
                List.of(shared(100, 300, true)),
                paid.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::paid)));

        assertThat(payout(recalled, ORIGINATOR).charged()).isEqualTo(money("0.00"));
        assertThat(payout(recalled, ORIGINATOR).paid()).isEqualTo(money("15.00"));
        assertThat(payout(recalled, OTHER).paid()).isEqualTo(money("500.00"));
        assertThat(payout(recalled, TAKER).charged()).isEqualTo(money("500.00"));
        assertThat(payout(recalled, TAKER).paid()).isEqualTo(money("-15.00"));
        assertThat(recalled.carryOut()).isEqualTo(money("0.00"));
    }

    private static DividedPool divide(List<ProducerGoods> goods, List<SharedGoods> shared, Map<UUID, Money> paid) {
        return PayoutCalculation.divide(new Pool(goods, Map.of(), 0, money("0.00"), money("0.00"), paid, shared));
    }

    private static Money sum(DividedPool divided) {
        return divided.payouts().stream().map(Payout::earned).reduce(money("0.00"), Money::plus);
    }

    private static Payout payout(DividedPool divided, UUID member) {
        return divided.payouts().stream()
                .filter(payout -> payout.memberId().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static Money earned(DividedPool divided, UUID member) {
        return payout(divided, member).earned();
    }

    private static SharedGoods shared(long quantity, int share) {
        return shared(quantity, share, false);
    }

    private static SharedGoods shared(long quantity, int share, boolean recalled) {
        return new SharedGoods(COMMITMENT, ORIGINATOR, TAKER, "A", pieces(quantity), share, recalled);
    }

    private static ProducerGoods goods(UUID member, long quantity, String paid) {
        return new ProducerGoods(member, "A", pieces(quantity), money(paid), pieces(0), money("0.00"));
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
