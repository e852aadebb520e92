package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;

/** When a pool is settled, and when a supplement to it waits for more money. */
public final class SettlementTiming {

    private SettlementTiming() {}

    /** Whether a settlement is due. */
    public sealed interface Decision {}

    /** It can be drafted. */
    public record Due() implements Decision {}

    /** Partners have paid nothing for the pool's goods. */
    public record NothingPaid() implements Decision {}

    /** Nothing has changed since the settlement before. */
    public record NothingNew() implements Decision {}

    /**
     * A supplement waits for the next, so that nobody is paid coins.
     *
     * @param supplement what all producers would be paid together
     * @param least the bylaws' least sum
     */
    public record Waits(Money supplement, Money least) implements Decision {}

    /** The first settlement of a pool waits for the first payment. */
    public static Decision ofFirst(DividedPool divided) {
        return divided.receipts().isPositive() ? new Due() : new NothingPaid();
    }

    /**
     * A supplement has to come to the bylaws' least sum, unless a recall is to be charged.
     *
     * @param previous the pool as its last settlement has divided it
     */
    public static Decision ofSupplement(DividedPool divided, DividedPool previous, Money least) {
        if (divided.charged().isPositive()) {
            return new Due();
        }
        if (divided.receipts().equals(previous.receipts())
                && divided.costs().equals(previous.costs())
                && divided.paidOut().isZero()) {
            return new NothingNew();
        }
        return divided.paidOut().compareTo(least) < 0 ? new Waits(divided.paidOut(), least) : new Due();
    }
}
