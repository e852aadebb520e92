package coop.parasol.membership.payment;

import coop.parasol.contracts.Money;
import coop.parasol.messaging.Cause;
import java.util.UUID;

/** What follows when a payable has been paid; each kind of payable has one bean that knows. */
public interface OnPaid {

    /** As given to {@link Payables#due}. */
    String kind();

    /** In the transaction in which the payable becomes PAID, with the firm locked; called once for each. */
    void paid(UUID sourceId, UUID memberId, Money amount, String bankReference, Cause cause);
}
