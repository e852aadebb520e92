package coop.parasol.membership.treasury.payment;

import coop.parasol.messaging.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * The books, as payments need them. Treasury declares this and knows no accounts; the books implement it. All methods run in the
 * transaction in which the payable changes.
 */
public interface PaymentLedger {

    /** Locks the books to the end of the transaction. Comes before the lock of any payable, so that nobody waits in a circle. */
    void lock();

    /**
     * Posts that a payable was paid.
     *
     * @return number of the journal entry
     */
    long postPayment(PaidPayable payable, Cause cause);

    /**
     * Posts that the money has come back: it is in the bank and owed again.
     *
     * @param entry number of the entry by which it was posted as paid
     * @param bankReference the bank's name of the transfer back
     * @param reason in the bank's words
     */
    void postReturn(PaidPayable payable, long entry, String bankReference, String reason, Cause cause);

    /**
     * A claim of the firm was settled by what the bank has paid out all the same: what was set off is owed again, and the claim is open.
     *
     * @param amount what was set off, minor units
     * @param since when somebody entered that the bank rejected the transfer; what was set off before stays so
     * @return false if what was set off since then is another amount: nothing is posted then, and people look into it
     */
    boolean reverseSetOff(SettlePayables.Unpaid payable, UUID memberId, long amount, Instant since, Cause cause);

    /**
     * Two persons have found that the bank has paid more of a payable than was left of it: so much of what a claim of the firm has
     * settled with it is owed again, and the claim is open.
     *
     * @param amount minor units, at most what was set off
     */
    void openClaimAgain(SettlePayables.Unpaid payable, UUID memberId, long amount, Cause cause);

    /** A member is owed again what a bank was to pay or has paid: a claim of the firm is settled by it before another run pays it. */
    void owedAgain(UUID memberId, Cause cause);
}
