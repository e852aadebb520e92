package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Division;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What recalls have cost those whose goods were not recalled: what they were paid beyond what they earn without these goods, but no more
 * than recalls can have caused. So they are compared with the best that they could have earned if some recalled goods had stayed in the
 * pool. Costs, goods and money that come late are the same on both sides: nobody bears more because they come with a recall.
 */
final class RecallCosts {

    private RecallCosts() {}

    /**
     * By members whose goods were recalled, in proportion to their equivalents; empty if none were.
     *
     * @param even the parts of the division as if they bore nothing
     */
    static Map<UUID, Money> borne(Division division, List<Payout> even) {
        Pool pool = division.pool();
        SortedMap<UUID, BigDecimal> recalled = recalled(pool);
        if (recalled.isEmpty()) {
            return Map.of();
        }
        Money nothing = Money.zero(pool.costs().currency());
        Map<UUID, Money> atBest = Division.of(withDearestGoods(division)).evenly().stream()
                .collect(Collectors.toMap(Payout::memberId, Payout::earned));
        long lost = even.stream()
                .filter(payout -> !recalled.containsKey(payout.memberId()))
                .mapToLong(payout -> Math.max(
                        0,
                        Math.min(
                                        payout.paidBefore().minor(),
                                        atBest.getOrDefault(payout.memberId(), nothing)
                                                .minor())
                                - payout.earned().minor()))
                .sum();
        return divide(new Money(lost, nothing.currency()), recalled);
    }

    /** The pool with those recalled goods back in it that make the others earn most: the dearest, as long as they raise the price. */
    private static Pool withDearestGoods(Division division) {
        Pool pool = division.pool();
        BigDecimal net = BigDecimal.valueOf(division.net().minor());
        BigDecimal equivalents = division.equivalents();
        List<Recalled> dearestFirst = pool.goods().stream()
                .filter(goods -> goods.recalled().isPositive())
                .map(goods -> Recalled.of(goods, pool))
                .filter(goods -> goods.equivalents().signum() > 0)
                .sorted(Comparator.comparing(Recalled::price).reversed())
                .toList();
        Set<ProducerGoods> back = new HashSet<>();
        for (Recalled recalled : dearestFirst) {
            if (recalled.net().multiply(equivalents).compareTo(net.multiply(recalled.equivalents())) < 0) {
                break;
            }
            back.add(recalled.goods());
            net = net.add(recalled.net());
            equivalents = equivalents.add(recalled.equivalents());
        }
        Set<Maker> makers = back.stream()
                .map(goods -> new Maker(goods.memberId(), goods.grade()))
                .collect(Collectors.toSet());
        return new Pool(
                pool.goods().stream()
                        .map(goods -> back.contains(goods) ? goods.withoutRecall() : goods)
                        .toList(),
                pool.gradeFactors(),
                pool.marginShare(),
                pool.costs(),
                pool.carryIn(),
                pool.paid(),
                pool.shared().stream()
                        .map(shared -> makers.contains(new Maker(shared.takerId(), shared.grade()))
                                ? shared.withoutRecall()
                                : shared)
                        .toList());
    }

    private record Maker(UUID memberId, String grade) {}

    /** @param net what partners had paid for the goods, less the firm's margin, in minor units */
    private record Recalled(ProducerGoods goods, BigDecimal net, BigDecimal equivalents) {

        static Recalled of(ProducerGoods goods, Pool pool) {
            return new Recalled(
                    goods,
                    BigDecimal.valueOf(goods.recalledReceipts().minor())
                            .multiply(BigDecimal.ONE.subtract(PoolArithmetic.share(pool.marginShare()))),
                    PoolArithmetic.weighted(goods.recalled(), pool.factor(goods.grade())));
        }

        BigDecimal price() {
            return net.divide(equivalents, MathContext.DECIMAL128);
        }
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
