package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.messaging.Cause;
import java.util.UUID;

/** What follows when a payable has been paid; each kind of payable has one bean that knows. */
public interface PayableListener {

    /** As given to {@link Payables#due}. */
    String kind();

    /**
     * In the transaction in which the payable becomes PAID, with the firm locked; called once for each.
     *
     * @return number of the entry by which it is booked
     */
    long paid(Payment payment, Cause cause);

    /**
     * The money has come back, and what {@code paid} has booked is booked back: whatever else it has changed is as before. With the
     * firm locked; called once for each payment.
     *
     * @param payment as it was paid
     */
    default void returned(Payment payment, String reason, Cause cause) {}

    /**
     * What has gone to a member.
     *
     * @param sourceId what it was owed for
     * @param attempt 1, and one more each time that the bank has sent it back
     */
    record Payment(UUID sourceId, int attempt, UUID memberId, Money amount, String bankReference) {

        /** What an entry is about: each attempt is booked once. */
        public String about() {
            return attempt == 1 ? sourceId.toString() : sourceId + ":" + attempt;
        }
    }
}
