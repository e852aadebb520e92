package coop.parasol.distribution.conservation.rules;

import java.math.BigDecimal;

/**
 * No unit of a batch gets lost or comes from nowhere: certified = on hand + reserved + dispatched + delivered
 * + returned + destroyed + set aside + taken back + consumed, none of them negative. The database holds the same as a constraint.
 *
 * @param dispatched on the way to a partner
 * @param delivered with a partner
 * @param setAside in store for a leaving producer that takes them back
 * @param takenBack by a producer that has left
 * @param consumed as input of other batches of its producer
 */
public record Conservation(
        BigDecimal certified,
        BigDecimal onHand,
        BigDecimal reserved,
        BigDecimal dispatched,
        BigDecimal delivered,
        BigDecimal returned,
        BigDecimal destroyed,
        BigDecimal setAside,
        BigDecimal takenBack,
        BigDecimal consumed) {

    public boolean holds() {
        return onHand.signum() >= 0
                && reserved.signum() >= 0
                && dispatched.signum() >= 0
                && delivered.signum() >= 0
                && returned.signum() >= 0
                && destroyed.signum() >= 0
                && setAside.signum() >= 0
                && takenBack.signum() >= 0
                && consumed.signum() >= 0
                && difference().signum() == 0;
    }

    /** Units that are certified and nowhere; negative for units that are somewhere and not certified. */
    public BigDecimal difference() {
        return certified
                .subtract(onHand)
                .subtract(reserved)
                .subtract(dispatched)
                .subtract(delivered)
                .subtract(returned)
                .subtract(destroyed)
                .subtract(setAside)
                .subtract(takenBack)
                .subtract(consumed);
    }
}
