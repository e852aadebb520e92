package coop.parasol.production.handover.rules;

import java.math.BigDecimal;

/**
 * How much of a commitment for a frozen week may be handed over: what counts and is not made, as far as the commitment has so much
 * that is neither reported nor taken from another's offer, which its taker makes itself. Quantities are in the unit of the product.
 */
public final class HandoverRules {

    private HandoverRules() {}

    /**
     * A commitment for a frozen week.
     *
     * @param quantity committed
     * @param reported of it
     * @param taken of it from others' offers
     */
    public record Commitment(BigDecimal quantity, BigDecimal reported, BigDecimal taken) {}

    /**
     * What may be handed over at most; nothing if less than zero is left.
     *
     * @param counts now of all of the producer's commitments for the goods and week
     * @param reported for all of them: what is made counts for its maker first
     */
    public static BigDecimal max(Commitment commitment, BigDecimal counts, BigDecimal reported) {
        BigDecimal free = commitment.quantity().subtract(commitment.reported().max(commitment.taken()));
        return counts.subtract(reported).min(free).max(BigDecimal.ZERO);
    }
}
