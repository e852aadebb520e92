package coop.parasol.production.sharing.rules;

import java.math.BigDecimal;

/**
 * Overflow sharing: who has committed more than it can make offers a part of its commitment, and who takes the part commits it. For a
 * product, grade and week the firms of an owner either give or take: so nothing goes in a circle, and nobody earns the originator's
 * share on what it makes itself. All quantities are in the unit of the product.
 */
public final class OfferRules {

    private OfferRules() {}

    /** What becomes of an offer, or of taking a part of one. */
    public sealed interface Decision permits Allowed, Refused {}

    /** The offer is made, or the part taken. */
    public record Allowed() implements Decision {}

    /**
     * It is not.
     *
     * @param field whose value is not possible; empty if no value would be
     */
    public record Refused(String field, String code, String detail) implements Decision {}

    /**
     * What the firms of an owner have done with a product, grade and week.
     *
     * @param offers whether an offer of theirs is open or was taken in part
     * @param hasTaken whether they have taken a part of another's commitment
     */
    public record Side(boolean offers, boolean hasTaken) {}

    /**
     * Whether a part of a commitment may be offered.
     *
     * @param part that is offered
     * @param outstanding what of the commitment is not reported
     * @param offered what of it is offered already and not taken
     */
    public static Decision offer(BigDecimal part, BigDecimal outstanding, BigDecimal offered, Side own) {
        if (part.signum() <= 0) {
            return new Refused("quantity.value", "not-positive", "What is offered is more than zero.");
        }
        if (own.hasTaken()) {
            return new Refused(
                    "", "has-taken", "You have taken a part of another's commitment for these goods and this week.");
        }
        BigDecimal left = outstanding.subtract(offered).max(BigDecimal.ZERO);
        if (part.compareTo(left) > 0) {
            return new Refused(
                    "quantity.value",
                    "more-than-committed",
                    "Of this commitment " + left.stripTrailingZeros().toPlainString()
                            + " is neither reported nor offered already.");
        }
        return new Allowed();
    }

    /** What can be taken of an offer: what is left of it, as far as its commitment still has so much that is not reported. */
    public static BigDecimal available(BigDecimal offered, BigDecimal taken, BigDecimal outstanding) {
        return offered.subtract(taken).min(outstanding).max(BigDecimal.ZERO);
    }

    /**
     * Whether a part of an offer may be taken.
     *
     * @param part that is taken
     * @param available of the offer
     * @param ofOneOwner whether who takes it and who offers it have one owner
     * @param isOffered whether it is offered to all, or to this producer by name
     */
    public static Decision take(
            BigDecimal part, BigDecimal available, boolean ofOneOwner, boolean isOffered, Side taker) {
        if (ofOneOwner) {
            return new Refused("", "own-offer", "This is an offer of your own, or of a firm with the same owner.");
        }
        if (!isOffered) {
            return new Refused("", "not-offered-to-you", "It is offered to other members.");
        }
        if (taker.offers()) {
            return new Refused(
                    "", "has-offered", "You offer a part of your own commitment for these goods and this week.");
        }
        if (part.signum() <= 0) {
            return new Refused("quantity.value", "not-positive", "What you take is more than zero.");
        }
        if (part.compareTo(available) > 0) {
            return new Refused(
                    "quantity.value",
                    "more-than-offered",
                    "Of this offer " + available.stripTrailingZeros().toPlainString() + " is left.");
        }
        return new Allowed();
    }
}
