package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.pricing.pool.PoolGoods;
import coop.parasol.pricing.pool.SharedGoods;
import coop.parasol.pricing.settlement.rules.OriginatorShares;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
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

/** The goods and receipts of pools as they are now, ready to be divided. */
@ApplicationScoped
class PoolContents {

    private final PoolGoods goods;
    private final SharedGoods sharedGoods;

    PoolContents(PoolGoods goods, SharedGoods sharedGoods) {
        this.goods = goods;
        this.sharedGoods = sharedGoods;
    }

    /** A pool that was never divided; {@code paid} is empty. */
    Pool first(
            String product,
            Period period,
            Map<String, BigDecimal> factors,
            int marginShare,
            Money costs,
            Money carryIn) {
        return new Pool(
                goods(product, period), factors, marginShare, costs, carryIn, Map.of(), shared(product, period));
    }

    /**
     * A pool that was divided before: it keeps the factors, the margin and what it carried in.
     *
     * @param factors of grades that it has not had yet
     * @param moreCosts beside those that it has borne
     */
    Pool again(
            String product,
            Period period,
            Map<String, BigDecimal> factors,
            int marginShare,
            Money moreCosts,
            DividedPool last) {
        Map<String, BigDecimal> kept = new HashMap<>(factors);
        last.payouts().stream()
                .flatMap(payout -> payout.lines().stream())
                .forEach((PayoutLineV2 line) -> kept.put(line.grade(), line.factor()));
        Map<UUID, Money> paid = last.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::paid));
        return new Pool(
                goods(product, period),
                kept,
                marginShare,
                moreCosts.plus(last.costs()),
                last.carryIn(),
                paid,
                shared(product, period));
    }

    private List<ProducerGoods> goods(String product, Period period) {
        return goods.of(product, period).stream()
                .map(sum -> new ProducerGoods(
                        sum.memberId(),
                        sum.grade(),
                        sum.quantity(),
                        sum.receipts(),
                        sum.recalled(),
                        sum.recalledReceipts()))
                .toList();
    }

    private List<OriginatorShares.SharedGoods> shared(String product, Period period) {
        return sharedGoods.of(product, period).stream()
                .map(of -> new OriginatorShares.SharedGoods(
                        of.commitmentId(),
                        of.originatorId(),
                        of.takerId(),
                        of.grade(),
                        of.quantity(),
                        of.originatorShare(),
                        of.recalled()))
                .toList();
    }
}
