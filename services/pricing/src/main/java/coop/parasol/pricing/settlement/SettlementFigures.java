package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.settlement.rules.LateDivision;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.statement.PoolFigures;
import java.util.Comparator;
import java.util.List;

/** What is published of a settlement: the figures from which every statement follows. */
final class SettlementFigures {

    private SettlementFigures() {}

    /** @param items the costs of the pool up to this settlement */
    static PoolFigures of(Settlement settlement, List<PoolCosts.Item> items, FirmCurrency firm) {
        DividedPool pool = settlement.division(firm);
        return new PoolFigures(
                settlement.id,
                settlement.poolId,
                settlement.product,
                Period.parse(settlement.period),
                settlement.number,
                settlement.marginShare,
                pool.receipts(),
                pool.margin(),
                items.stream()
                        .map(item -> new PoolFigures.Cost(item.description(), item.evidence(), item.amount()))
                        .toList(),
                pool.carryIn(),
                pool.net(),
                pool.equivalents(),
                lines(pool.payouts()),
                grades(pool.payouts()),
                pool.paid(),
                pool.carryOut(),
                settlement.late.stream().map(SettlementFigures::late).toList());
    }

    private static PoolFigures.Late late(LateDivision closed) {
        DividedPool pool = closed.division();
        return new PoolFigures.Late(
                closed.poolId(),
                closed.period(),
                closed.marginShare(),
                pool.receipts(),
                pool.margin(),
                pool.costs(),
                pool.carryIn(),
                pool.net(),
                pool.equivalents(),
                lines(pool.payouts()),
                grades(pool.payouts()),
                pool.paid(),
                pool.carryOut());
    }

    private static int lines(List<Payout> payouts) {
        return payouts.stream().mapToInt(payout -> payout.lines().size()).sum();
    }

    private static List<PoolFigures.Grade> grades(List<Payout> payouts) {
        return payouts.stream()
                .flatMap(payout -> payout.lines().stream())
                .map(line -> new PoolFigures.Grade(line.grade(), line.factor()))
                .distinct()
                .sorted(Comparator.comparing(PoolFigures.Grade::grade))
                .toList();
    }
}
