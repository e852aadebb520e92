package coop.parasol.pricing.advance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Advance;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Goods;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Paid;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Standing;
import coop.parasol.pricing.settlement.rules.PayoutCalculation;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Random histories of batches that are certified, sold in parts, settled, and expire or are recalled or taken back, of prices from 0.0001
 * to 10,000,000 in rupees, yen and dinars: no coin of an advance is lost or comes back twice.
 */
class AdvanceHistoryTest {

    private static final int HISTORIES = 400;
    private static final int STEPS = 60;

    /** A batch and its advance. */
    private static final class Batch {
        final UUID id;
        final UUID member;
        BigDecimal remaining;
        BigDecimal paid = BigDecimal.ZERO;
        Standing advance;

        Batch(UUID member, BigDecimal certified, Advance granted) {
            id = UUID.randomUUID();
            this.member = member;
            remaining = certified;
            Money nothing = Money.zero(granted.amount().currency());
            advance =
                    new Standing(UUID.randomUUID(), id, granted.quantity().value(), granted.amount(), nothing, nothing);
        }

        void change(Money recovered, Money declaredDue) {
            advance = new Standing(
                    advance.advanceId(),
                    id,
                    advance.quantity(),
                    advance.amount(),
                    advance.recovered().plus(recovered),
                    advance.declaredDue().plus(declaredDue));
        }
    }

    /** What was paid, deducted and declared due in one history. */
    private static final class History {
        final Random random;
        final String currency;
        final Money limit;
        final List<Batch> batches = new ArrayList<>();
        Money granted;
        Money recovered;
        Money declared;

        History(long seed) {
            random = new Random(seed);
            currency = List.of("INR", "JPY", "KWD").get(random.nextInt(3));
            limit = new Money(1 + random.nextLong(10_000_000_000L), currency);
            granted = Money.zero(currency);
            recovered = granted;
            declared = granted;
        }

        Money outstanding() {
            return batches.stream().map(batch -> batch.advance.outstanding()).reduce(Money.zero(currency), Money::plus);
        }

        void certify() {
            UUID member = new UUID(0, random.nextInt(4));
            BigDecimal certified = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3);
            BigDecimal counts = BigDecimal.valueOf(random.nextInt(1_500_000), 3);
            Goods goods = new Goods(
                    new Quantity(certified, "KGM"),
                    new CountedWeek(member, "TEA", "A", "W" + batches.size()),
                    counts,
                    new UnitPrice(BigDecimal.TEN.pow(random.nextInt(12)).movePointLeft(4), currency, 1),
                    1 + random.nextInt(10_000));
            Advance advance = AdvanceDecision.decide(List.of(goods), Map.of(), limit.minus(outstanding()))
                    .getFirst();
            assertThat(advance.quantity().value()).isLessThanOrEqualTo(counts.min(certified));
            granted = granted.plus(advance.amount());
            if (advance.amount().isPositive()) {
                batches.add(new Batch(member, certified, advance));
            }
            assertThat(outstanding()).as("advances within the limit").isLessThanOrEqualTo(limit);
        }

        /** A pool of some of what is left of the batches pays random receipts. */
        void settle() {
            List<ProducerGoods> goods = new ArrayList<>();
            for (Batch batch : batches) {
                BigDecimal open = batch.remaining.subtract(batch.paid);
                if (open.signum() > 0 && random.nextBoolean()) {
                    BigDecimal sold = random.nextBoolean()
                            ? open
                            : open.multiply(BigDecimal.valueOf(random.nextInt(1000), 3))
                                    .setScale(3, RoundingMode.DOWN);
                    if (sold.signum() > 0) {
                        batch.paid = batch.paid.add(sold);
                        goods.add(new ProducerGoods(
                                batch.member,
                                "A",
                                new Quantity(sold, "KGM"),
                                new Money(random.nextLong(5_000_000_000L), currency),
                                Quantity.zero("KGM"),
                                Money.zero(currency)));
                    }
                }
            }
            Money nothing = Money.zero(currency);
            DividedPool pool =
                    PayoutCalculation.divide(new Pool(goods, Map.of(), 500, nothing, nothing, new HashMap<>()));
            for (Payout payout : pool.payouts()) {
                pay(payout);
            }
        }

        private void pay(Payout payout) {
            List<Paid> own = batches.stream()
                    .filter(batch -> batch.member.equals(payout.memberId()))
                    .map(batch -> new Paid(batch.advance, batch.paid))
                    .toList();
            Money left = payout.gross();
            for (AdvanceLine line : AdvanceRecovery.deduct(payout.gross(), own)) {
                assertThat(line.deducted()).isLessThanOrEqualTo(line.due());
                left = left.minus(line.deducted());
                recovered = recovered.plus(line.deducted());
                batch(line.batchId()).change(line.deducted(), Money.zero(currency));
            }
            assertThat(left.isNegative()).as("a payout below nothing").isFalse();
        }

        void loseGoods() {
            if (batches.isEmpty()) {
                return;
            }
            Batch batch = batches.get(random.nextInt(batches.size()));
            BigDecimal remaining = random.nextInt(3) == 0
                    ? BigDecimal.ZERO
                    : batch.remaining
                            .multiply(BigDecimal.valueOf(random.nextInt(1001), 3))
                            .setScale(3, RoundingMode.DOWN);
            batch.remaining = random.nextInt(4) == 0 ? remaining : remaining.max(batch.paid);
            Money due = AdvanceRecovery.dropped(batch.advance, batch.remaining);
            declared = declared.plus(due);
            batch.change(Money.zero(currency), due);
        }

        Batch batch(UUID id) {
            return batches.stream()
                    .filter(each -> each.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void granted_less_recovered_less_declared_due_is_outstanding_to_the_minor_unit_and_within_the_limit() {
        int declaredInAll = 0;
        int recoveredInAll = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = play(seed);
            declaredInAll += history.declared.isPositive() ? 1 : 0;
            recoveredInAll += history.recovered.isPositive() ? 1 : 0;
        }
        assertThat(declaredInAll).isGreaterThan(HISTORIES / 2);
        assertThat(recoveredInAll).isGreaterThan(HISTORIES / 2);
    }

    @Test
    void when_all_goods_are_paid_or_gone_and_payouts_cover_it_nothing_is_outstanding() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = play(seed);
            for (Batch batch : history.batches) {
                batch.paid = batch.remaining;
                Money due = AdvanceRecovery.due(new Paid(batch.advance, batch.paid));
                batch.change(due, Money.zero(history.currency));
                Money dropped = AdvanceRecovery.dropped(batch.advance, batch.remaining);
                batch.change(Money.zero(history.currency), dropped);
                assertThat(batch.advance.outstanding().isZero())
                        .as("seed " + seed)
                        .isTrue();
            }
        }
    }

    @Test
    void advances_change_nothing_of_what_a_pool_pays_in_total() {
        Random random = new Random(11);
        for (int round = 0; round < HISTORIES; round++) {
            Money gross = new Money(random.nextLong(1_000_000), "INR");
            List<Paid> advances = random.ints(5, 1, 500_000)
                    .mapToObj(amount -> new Paid(
                            new Standing(
                                    UUID.randomUUID(),
                                    UUID.randomUUID(),
                                    BigDecimal.TEN,
                                    new Money(amount, "INR"),
                                    Money.zero("INR"),
                                    Money.zero("INR")),
                            BigDecimal.valueOf(random.nextInt(12))))
                    .toList();
            Money due = advances.stream().map(AdvanceRecovery::due).reduce(Money.zero("INR"), Money::plus);
            Money deducted = AdvanceRecovery.deduct(gross, advances).stream()
                    .map(AdvanceLine::deducted)
                    .reduce(Money.zero("INR"), Money::plus);

            assertThat(deducted)
                    .isEqualTo(List.of(due, gross).stream()
                            .min(Comparator.naturalOrder())
                            .orElseThrow());
        }
    }

    private static History play(long seed) {
        History history = new History(seed);
        for (int step = 0; step < STEPS; step++) {
            switch (history.random.nextInt(4)) {
                case 0, 1 -> history.certify();
                case 2 -> history.settle();
                default -> history.loseGoods();
            }
            assertThat(history.outstanding())
                    .as("seed " + seed + " step " + step)
                    .isEqualTo(history.granted.minus(history.recovered).minus(history.declared));
            history.batches.forEach(batch ->
                    assertThat(batch.advance.outstanding().isNegative()).isFalse());
        }
        return history;
    }
}
