package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PoolClosingEvent.LatePool;
import coop.parasol.contracts.PoolClosingEvent.PoolTotal;
import coop.parasol.pricing.settlement.rules.LateDivision;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** What a settlement divides of closed pools, as others are told it. */
final class LateParts {

    private LateParts() {}

    /** The parts of the producers for whom something has changed, by producer. */
    static Map<UUID, List<LatePart>> byMember(List<LateDivision> late) {
        Map<UUID, List<LatePart>> parts = new TreeMap<>();
        for (LateDivision pool : late) {
            for (Payout payout : pool.parts()) {
                parts.computeIfAbsent(payout.memberId(), member -> new ArrayList<>())
                        .add(new LatePart(
                                pool.poolId(),
                                pool.period(),
                                payout.lines(),
                                payout.earned(),
                                payout.paidBefore(),
                                payout.gross(),
                                payout.charged(),
                                payout.shares()));
            }
        }
        return parts;
    }

    /** The closed pools themselves. */
    static List<LatePool> pools(List<LateDivision> late) {
        return late.stream()
                .map(pool -> new LatePool(
                        pool.poolId(),
                        pool.period(),
                        pool.receipts(),
                        pool.margin(),
                        pool.carryBefore(),
                        pool.division().paidOut(),
                        pool.division().charged(),
                        pool.division().carryOut(),
                        total(pool.division())))
                .toList();
    }

    static PoolTotal total(DividedPool pool) {
        return new PoolTotal(
                pool.receipts(),
                pool.margin(),
                pool.costs(),
                pool.carryIn(),
                pool.equivalents(),
                pool.price(),
                pool.paid(),
                pool.carryOut());
    }

    /** The sum of an amount over closed pools or parts of them. */
    static <T> Money sum(List<T> late, Function<T, Money> amount, Money nothing) {
        return late.stream().map(amount).reduce(nothing, Money::plus);
    }
}
