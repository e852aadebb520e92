package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the settlement of a pool divides of another one of the product that is closed finally, because partners have paid for its goods
 * or these were recalled since. The closed pool is divided anew over all its goods and receipts by its own factors and margin, less what
 * was paid before, exactly as a supplement would have done it; so a producer gets the same whether money comes before the closing or
 * after it.
 *
 * @param marginShare of the closed pool, in basis points
 * @param receiptsBefore what it had received when it was divided last
 * @param marginBefore what the firm had kept of that
 * @param carryBefore its remainder when it was divided last; negative if it fell short
 * @param sales what partners have paid for each producer's goods since; negative where they were recalled, absent where it is nothing
 * @param division of all that was ever received
 */
public record LateDivision(
        UUID poolId,
        Period period,
        int marginShare,
        Money receiptsBefore,
        Money marginBefore,
        Money carryBefore,
        Map<UUID, Money> sales,
        DividedPool division) {

    /**
     * What is new of a closed pool.
     *
     * @param before as it was divided last
     * @param now divided anew, less what was paid until then
     */
    public static LateDivision of(UUID poolId, Period period, int marginShare, DividedPool before, DividedPool now) {
        Money nothing = Money.zero(now.receipts().currency());
        Map<UUID, Money> salesBefore =
                before.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::salesValue));
        SortedMap<UUID, Money> sales = new TreeMap<>();
        now.payouts().forEach(payout -> {
            Money more = payout.salesValue().minus(salesBefore.getOrDefault(payout.memberId(), nothing));
            if (!more.isZero()) {
                sales.put(payout.memberId(), more);
            }
        });
        return new LateDivision(
                poolId, period, marginShare, before.receipts(), before.margin(), before.carryOut(), sales, now);
    }

    /** Nobody gets or owes anything by it, and nothing has come in. */
    public boolean movesNothing() {
        return receipts().isZero()
                && sales.isEmpty()
                && division.paidOut().isZero()
                && division.charged().isZero();
    }

    /** What has come in since it was divided last; negative where goods were recalled. */
    public Money receipts() {
        return division.receipts().minus(receiptsBefore);
    }

    /** What the firm keeps of it. */
    public Money margin() {
        return division.margin().minus(marginBefore);
    }

    /** By how much the product carries more. */
    public Money carried() {
        return division.carryOut().minus(carryBefore);
    }

    /** The parts of the producers for whom something has changed. */
    public List<Payout> parts() {
        return division.payouts().stream()
                .filter(payout -> payout.gross().isPositive()
                        || payout.charged().isPositive()
                        || sales.containsKey(payout.memberId()))
                .toList();
    }
}
