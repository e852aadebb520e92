package coop.parasol.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of the service pricing: prices that partners pay, and what producers are paid from the pools. */
public sealed interface PricingEvent extends Event {

    /**
     * Two persons of the pricing desk have approved a price. It is never changed; a later one supersedes it.
     *
     * @param tier of partners that the price is for, such as {@code RETAIL}
     * @param minimumQuantity quantity of an order line from which on the price applies
     * @param unitPrice net price of one unit of the product's standard
     * @param validFrom when it begins to apply
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
     * Pricing has settled a pool, the paid goods of one product and settlement period: {@code payouts + carryOut =
     * receipts - margin - costs + carryIn}. The producers' parts follow as PayoutStated.
     *
     * @param settlementId this settlement; a pool is settled again when more is paid for its goods
     * @param poolId the pool of the product and period
     * @param receipts what partners paid for the goods
     * @param margin what the firm keeps
     * @param costs of selling, itemised at the settlement
     * @param carryIn remainder of the product's last pool; less than one minor unit a producer's line
     * @param payouts to all producers, before advances
     * @param carryOut remainder that goes into the next pool
     * @param producers how many PayoutStated belong to it
     */
    @Topic("pricing.settlements")
    record PoolSettled(
            UUID settlementId,
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
     * @param factor equivalent of one unit of the grade in units of the first grade, from the bylaws
     * @param price for a unit of the first grade, the same for every producer of the pool
     */
    record PayoutLine(String grade, Quantity quantity, BigDecimal factor, Money price, Money amount) {}

    /**
     * A producer's part of a settled pool; membership owes it {@code payable}.
     *
     * @param settlementId the settlement that it belongs to, as in PoolSettled
     * @param poolId the pool of the product and period
     * @param lines one a grade
     * @param gross sum of the lines
     * @param advances paid before and deducted; never more than {@code gross}
     * @param payable {@code gross - advances}
     * @param salesValue what partners paid for this producer's goods: its business volume for patronage
     */
    @Topic("pricing.statements")
    record PayoutStated(
            UUID settlementId,
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
