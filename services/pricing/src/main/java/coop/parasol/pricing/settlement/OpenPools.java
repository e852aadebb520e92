package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.pricelist.GradeFactors;
import coop.parasol.pricing.settlement.rules.LateDivision;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pools as they could be settled now: all their goods and receipts, and what is new of closed pools of the product. The first
 * settlement of a pool takes the grade factors and the margin in force; its supplements keep them, and what the first one carried in.
 */
@ApplicationScoped
class OpenPools {

    private final Pools pools;
    private final PoolContents contents;
    private final LatePools latePools;
    private final GradeFactors gradeFactors;
    private final PoolBylaws bylaws;
    private final FirmCurrency currency;

    OpenPools(
            Pools pools,
            PoolContents contents,
            LatePools latePools,
            GradeFactors gradeFactors,
            PoolBylaws bylaws,
            FirmCurrency currency) {
        this.pools = pools;
        this.contents = contents;
        this.latePools = latePools;
        this.gradeFactors = gradeFactors;
        this.bylaws = bylaws;
        this.currency = currency;
    }

    /**
     * @param previous the pool's last settlement; null before its first
     * @param late what is new of closed pools of the product
     */
    record OpenPool(Pool pool, @Nullable Settlement previous, List<LateDivision> late) {}

    /**
     * The pool of a product and week, locked to the end of the transaction.
     *
     * @param costs that the pool bears beside those of its earlier settlements
     */
    OpenPool lock(String product, Period period, Money costs) {
        Money carried = pools.lock(product);
        Settlement previous = Settlement.last(product, period).orElse(null);
        Map<String, BigDecimal> factors = gradeFactors.of(product);
        Pool pool = previous == null
                ? contents.first(product, period, factors, bylaws.marginShare().orElseThrow(), costs, carried)
                : contents.again(product, period, factors, previous.marginShare, costs, previous.division(currency));
        List<LateDivision> late = latePools.of(product);
        return new OpenPool(withParts(pool, late), previous, late);
    }

    /** Producers that have a part of a closed pool alone have a statement too. */
    private Pool withParts(Pool pool, List<LateDivision> late) {
        if (late.isEmpty()) {
            return pool;
        }
        Map<UUID, Money> paid = new HashMap<>(pool.paid());
        late.stream()
                .flatMap(each -> each.parts().stream())
                .map(Payout::memberId)
                .forEach(member -> paid.putIfAbsent(member, currency.money(0)));
        return new Pool(
                pool.goods(),
                pool.gradeFactors(),
                pool.marginShare(),
                pool.costs(),
                pool.carryIn(),
                paid,
                pool.shared());
    }
}
