package coop.parasol.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What pricing decides: what partners pay, and what producers get for it. */
public sealed interface PricingEvent extends Event {

    /**
     * Two persons of the pricing desk have agreed on a price; it is never changed, only superseded by a later one.
     *
     * @param tier of partners it is for, such as {@code RETAIL}
     * @param minimumQuantity from which quantity of an order line on
     * @param unitPrice for one unit of the product's standard
     */
    @Topic("pricing.prices")
    record PricePublished(
            UUID priceId,
            String product,
            String grade,
            String tier,
            Quantity minimumQuantity,
            Money unitPrice,
            Instant validFrom)
            implements PricingEvent {
        @Override
        public String subject() {
            return product;
        }
    }

    /**
     * A pool is settled: {@code payouts + carryOut = receipts - margin - costs + carryIn}.
     *
     * @param poolId the settlement
     * @param producers how many {@link PayoutStated} belong to it
     */
    @Topic("pricing.settlements")
    record PoolSettled(
            UUID poolId,
            String product,
            Period period,
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            Money payouts,
            Money carryOut,
            int producers)
            implements PricingEvent {
        @Override
        public String subject() {
            return poolId.toString();
        }
    }

    /**
     * One grade of one producer in a pool: {@code amount} is {@code quantity} times {@code factor} times {@code price},
     * rounded down to the minor unit.
     *
     * @param factor what a unit of the grade counts for, one for the first grade
     * @param price for a unit of the first grade, the same for every producer of the pool
     */
    record PayoutLine(String grade, Quantity quantity, BigDecimal factor, Money price, Money amount) {}

    /**
     * What a producer gets from a pool.
     *
     * @param gross all lines together
     * @param advances already paid, deducted; never more than {@code gross}
     * @param payable {@code gross - advances}
     * @param salesValue what partners paid for this producer's goods: its business volume for patronage
     */
    @Topic("pricing.statements")
    record PayoutStated(
            UUID poolId,
            UUID memberId,
            String product,
            Period period,
            List<PayoutLine> lines,
            Money gross,
            Money advances,
            Money payable,
            Money salesValue)
            implements PricingEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
