package coop.parasol.membership.treasury.payment;

import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import java.util.Set;
import java.util.UUID;

/**
 * What a feature does, besides what is posted to the books, when a payable of its kinds was paid or has come back. A kind may have
 * none, or several. Runs in the transaction in which the payable changes, with the books locked.
 */
public interface PayableListener {

    Set<PayableKind> kinds();

    /** The payable was paid; called once for each payment. */
    default void paid(PaidPayable payable, Cause cause) {}

    /**
     * A claim of the firm has settled a part of a payable that is not paid, or all of it; only the remainder is paid.
     *
     * @param amount what was settled now, minor units; negative for what was settled by mistake and is owed again
     */
    default void setOff(UUID sourceId, long amount) {}

    /**
     * The money has come back, and what was posted is reversed: whatever else {@code paid} has changed is to be as before. Called
     * once for each payment.
     *
     * @param payable as it was paid
     * @param reason in the bank's words
     */
    void returned(PaidPayable payable, String reason, Cause cause);
}
