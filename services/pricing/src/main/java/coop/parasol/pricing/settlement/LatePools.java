package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.pool.PoolGoods;
import coop.parasol.pricing.pricelist.GradeFactors;
import coop.parasol.pricing.settlement.PoolClosings.ClosedPool;
import coop.parasol.pricing.settlement.rules.LateDivision;
import coop.parasol.pricing.settlement.rules.PayoutCalculation;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What has come in of closed pools since they were divided last: the next settlement of the product divides it. Whether anything is new
 * of a pool is seen from a digest of its goods and receipts, by one statement for all closed pools of the product.
 */
@ApplicationScoped
class LatePools {

    private final PoolClosings closings;
    private final PoolContents contents;
    private final PoolGoods goods;
    private final GradeFactors gradeFactors;
    private final Pools pools;
    private final FirmCurrency currency;

    LatePools(
            PoolClosings closings,
            PoolContents contents,
            PoolGoods goods,
            GradeFactors gradeFactors,
            Pools pools,
            FirmCurrency currency) {
        this.closings = closings;
        this.contents = contents;
        this.goods = goods;
        this.gradeFactors = gradeFactors;
        this.pools = pools;
        this.currency = currency;
    }

    /** How a pool was divided, and by which margin. */
    record LastDivision(int marginShare, DividedPool division) {}

    /** What is new of the closed pools of a product, whose pools the caller has locked; the oldest week first. */
    List<LateDivision> of(String product) {
        List<ClosedPool> closed = closings.closed(product);
        if (closed.isEmpty()) {
            return List.of();
        }
        Map<Period, String> digests =
                goods.digests(product, closed.stream().map(ClosedPool::period).toList());
        List<LateDivision> late = new ArrayList<>();
        for (ClosedPool pool : closed) {
            if (!digests.getOrDefault(pool.period(), "").equals(pool.goodsDigest())) {
                LateDivision division = divide(product, pool);
                if (!division.movesNothing()) {
                    late.add(division);
                }
            }
        }
        return List.copyOf(late);
    }

    /**
     * What has come in of a pool since it was divided last, if it is closed: the product's next settlement divides it. Nothing is locked,
     * so it is only for show.
     */
    Optional<LateDivision> waiting(String product, Period period) {
        Optional<ClosedPool> closed = closings.closed(product).stream()
                .filter(pool -> pool.period().equals(period))
                .findFirst();
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        String digest = goods.digests(product, List.of(period)).getOrDefault(period, "");
        return closed.filter(pool -> !digest.equals(pool.goodsDigest()))
                .map(pool -> divide(product, pool))
                .filter(division -> !division.movesNothing());
    }

    private LateDivision divide(String product, ClosedPool pool) {
        LastDivision last = last(pool.poolId(), pool.dividedBy());
        DividedPool now = PayoutCalculation.divide(contents.again(
                product,
                pool.period(),
                gradeFactors.of(product),
                last.marginShare(),
                currency.money(0),
                last.division()));
        return LateDivision.of(pool.poolId(), pool.period(), last.marginShare(), last.division(), now);
    }

    private LastDivision last(UUID poolId, UUID dividedBy) {
        Settlement settlement =
                Settlement.<Settlement>findByIdOptional(dividedBy).orElseThrow();
        if (settlement.poolId.equals(poolId)) {
            return new LastDivision(settlement.marginShare, settlement.division(currency));
        }
        return settlement.late.stream()
                .filter(late -> late.poolId().equals(poolId))
                .map(late -> new LastDivision(late.marginShare(), late.division()))
                .findFirst()
                .orElseThrow();
    }

    /** A settlement is approved that divides these; the caller has locked the product's pools. */
    void settled(UUID settlementId, String product, List<LateDivision> late) {
        if (late.isEmpty()) {
            return;
        }
        Map<Period, String> digests =
                goods.digests(product, late.stream().map(LateDivision::period).toList());
        for (LateDivision pool : late) {
            pools.carry(product, pool.carried());
            closings.divided(pool.poolId(), settlementId, digests.get(pool.period()));
        }
    }
}
