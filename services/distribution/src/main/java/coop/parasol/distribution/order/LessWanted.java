package coop.parasol.distribution.order;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import org.jspecify.annotations.Nullable;

/**
 * Whose wish it is that less of a line is delivered, and who says so.
 *
 * @param transcribed whether the firm's desk has entered what the partner wants, in its name
 * @param partnerReference of the letter, mail or call by which the partner has said it; the desk names one
 * @param reason in the words of who wants less
 */
public record LessWanted(
        ReductionCause cause, boolean transcribed, @Nullable Identifier partnerReference, String reason) {

    /** A partner's own wish, entered by itself. */
    public static LessWanted byPartner(String reason) {
        return new LessWanted(ReductionCause.PARTNER, false, null, reason);
    }

    /** The firm delivers less. */
    public static LessWanted byFirm(String reason) {
        return new LessWanted(ReductionCause.FIRM, false, null, reason);
    }
}
