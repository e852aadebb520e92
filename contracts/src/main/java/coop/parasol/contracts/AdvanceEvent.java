package coop.parasol.contracts;

import java.time.Instant;
import java.util.UUID;

/** Events of the service pricing about advances: what members are paid for certified goods before these are sold. */
public sealed interface AdvanceEvent extends Event {

    /**
     * A member gets an advance on certified goods of a batch, as far as what counts of its commitment and the firm's limit for all
     * advances reach: {@code amount} is {@code quantity} times {@code unitPrice} times {@code rate}, rounded down to the minor unit. The
     * firm owes it at once. Settlements deduct it when they pay the goods (PayoutStatedV2), or it is declared due (AdvanceDue).
     *
     * @param advanceId of this advance; a batch has one at most
     * @param quantity of the batch that it is for
     * @param rate in basis points of the price, by two persons of the pricing desk and at most what the bylaws allow
     * @param unitPrice the lowest that any tier of partners paid for the grade when the batch was certified
     */
    @Topic("pricing.advances")
    record AdvanceGranted(
            UUID advanceId,
            UUID memberId,
            UUID batchId,
            String product,
            String grade,
            Quantity quantity,
            int rate,
            UnitPrice unitPrice,
            Money amount,
            Instant grantedAt)
            implements AdvanceEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** Why goods will not be settled on which an advance was paid. */
    enum DueReason {
        /** their last day of sale is over and they are unsold */
        EXPIRED,
        RECALLED,
        /** their producer has taken them back */
        TAKEN_BACK,
        /** they have gone into other batches of their producer */
        CONSUMED,
        /** the firm has bought them in, and owes their price */
        BOUGHT_IN
    }

    /**
     * Goods will not be settled any more, and pricing drops the advance on them: no settlement deducts it. What is paid of it the
     * member owes to the firm; what is not is not paid. Of one advance parts may be declared due one after another.
     *
     * @param dueId of this declaration
     * @param amount of the advance, more than nothing
     */
    @Topic("pricing.advances")
    record AdvanceDue(
            UUID dueId, UUID advanceId, UUID memberId, UUID batchId, DueReason reason, Money amount, Instant declaredAt)
            implements AdvanceEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * An advance in a producer's part of a settlement.
     *
     * @param due on goods that this settlement or an earlier one pays, and not deducted yet
     * @param deducted of it by this settlement; the rest is deducted by the next one
     */
    record AdvanceLine(UUID advanceId, UUID batchId, Money due, Money deducted) {}
}
