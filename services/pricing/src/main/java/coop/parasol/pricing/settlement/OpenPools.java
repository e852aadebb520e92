package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.pool.PoolGoods;
import coop.parasol.pricing.pool.SharedGoods;
import coop.parasol.pricing.pricelist.GradeFactors;
import coop.parasol.pricing.settlement.rules.OriginatorShares;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pools as they could be settled now: all their goods and receipts. The first settlement of a pool takes the grade factors and the
 * margin in force; its supplements keep them, and what the first one carried in.
 */
@ApplicationScoped
class OpenPools {

    private final Pools pools;
    private final PoolGoods goods;
    private final GradeFactors gradeFactors;
    private final PoolBylaws bylaws;
    private final SharedGoods sharedGoods;

    OpenPools(Pools pools, PoolGoods goods, SharedGoods sharedGoods, GradeFactors gradeFactors, PoolBylaws bylaws) {
        this.pools = pools;
        this.goods = goods;
        this.sharedGoods = sharedGoods;
        this.gradeFactors = gradeFactors;
        this.bylaws = bylaws;
    }

    /** @param previous the pool's last settlement; null before its first */
    record OpenPool(Pool pool, @Nullable Settlement previous) {}

    /**
     * The pool of a product and week, locked to the end of the transaction.
     *
     * @param costs that the pool bears beside those of its earlier settlements
     */
    OpenPool lock(String product, Period period, Money costs) {
        Money carried = pools.lock(product);
        Settlement previous = Settlement.last(product, period).orElse(null);
        List<ProducerGoods> all = goods.of(product, period).stream()
                .map(sum ->
                        new ProducerGoods(sum.memberId(), sum.grade(), sum.quantity(), sum.receipts(), sum.recalled()))
                .toList();
        List<OriginatorShares.SharedGoods> shared = sharedGoods.of(product, period).stream()
                .map(of -> new OriginatorShares.SharedGoods(
                        of.commitmentId(),
                        of.originatorId(),
                        of.takerId(),
                        of.grade(),
                        of.quantity(),
                        of.originatorShare()))
                .toList();
        Map<String, BigDecimal> factors = new HashMap<>(gradeFactors.of(product));
        if (previous == null) {
            return new OpenPool(
                    new Pool(all, factors, bylaws.marginShare().orElseThrow(), costs, carried, Map.of(), shared), null);
        }
        previous.payouts.stream()
                .flatMap(payout -> payout.lines().stream())
                .forEach((PayoutLineV2 line) -> factors.put(line.grade(), line.factor()));
        Map<UUID, Money> paid = previous.payouts.stream().collect(Collectors.toMap(Payout::memberId, Payout::paid));
        String currency = costs.currency();
        return new OpenPool(
                new Pool(
                        all,
                        factors,
                        previous.marginShare,
                        costs.plus(new Money(previous.costs, currency)),
                        new Money(previous.carryIn, currency),
                        paid,
                        shared),
                previous);
    }
}
