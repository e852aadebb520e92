package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import java.util.UUID;

/**
 * A payable that the bank has paid.
 *
 * @param sourceId what it was owed for, of that kind
 * @param transferNumber 1, and one more each time that the bank has sent the money back
 * @param bankReference the bank's own name of the transfer
 */
public record PaidPayable(
        UUID payableId,
        PayableKind kind,
        UUID sourceId,
        int transferNumber,
        UUID memberId,
        Money amount,
        String bankReference) {

    /** What the journal entry is about: the source, with the number of the transfer from the second on. An event about one thing is posted once. */
    public String sourceDocument() {
        return transferNumber == 1 ? sourceId.toString() : sourceId + ":" + transferNumber;
    }
}
