package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Division;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a recall has cost those whose goods were not recalled: what they were paid, or would have earned if nothing had been recalled
 * where that is less, beyond what they earn without these goods. Costs that come late, goods and money are the same on both sides, so
 * that nobody bears more because they come with a recall, and the order of supplements changes nothing.
 */
final class RecallCosts {

    private RecallCosts() {}

    /**
     * By members whose goods were recalled, in proportion to their equivalents; empty if none were.
     *
     * @param even the division of the pool as if they bore nothing
     */
    static Map<UUID, Money> borne(Pool pool, List<Payout> even) {
        SortedMap<UUID, BigDecimal> recalled = recalled(pool);
        if (recalled.isEmpty()) {
            return Map.of();
        }
        Money nothing = Money.zero(pool.costs().currency());
        Map<UUID, Money> withoutRecalls = Division.of(pool.withoutRecalls()).evenly().stream()
                .collect(Collectors.toMap(Payout::memberId, Payout::earned));
        long lost = even.stream()
                .filter(payout -> !recalled.containsKey(payout.memberId()))
                .mapToLong(payout -> Math.max(
                        0,
                        Math.min(
                                        payout.paidBefore().minor(),
                                        withoutRecalls
                                                .getOrDefault(payout.memberId(), nothing)
                                                .minor())
                                - payout.earned().minor()))
                .sum();
        return divide(new Money(lost, nothing.currency()), recalled);
    }

    /** Their recalled goods in equivalents. */
    private static SortedMap<UUID, BigDecimal> recalled(Pool pool) {
        SortedMap<UUID, BigDecimal> recalled = new TreeMap<>();
        pool.goods().stream()
                .filter(goods -> goods.recalled().isPositive())
                .forEach(goods -> recalled.merge(
                        goods.memberId(),
                        PoolArithmetic.weighted(goods.recalled(), pool.factor(goods.grade())),
                        BigDecimal::add));
        return recalled;
    }

    /** Whole minor units by weight; what cannot be divided is the last one's. */
    private static Map<UUID, Money> divide(Money amount, SortedMap<UUID, BigDecimal> weights) {
        BigDecimal all = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<UUID, Money> parts = new TreeMap<>();
        long left = amount.minor();
        for (Map.Entry<UUID, BigDecimal> weight : weights.entrySet()) {
            long part = weight.getKey().equals(weights.lastKey())
                    ? left
                    : BigDecimal.valueOf(amount.minor())
                            .multiply(weight.getValue())
                            .divide(all, 0, RoundingMode.DOWN)
                            .longValueExact();
            parts.put(weight.getKey(), new Money(part, amount.currency()));
            left -= part;
        }
        return parts;
    }
}
