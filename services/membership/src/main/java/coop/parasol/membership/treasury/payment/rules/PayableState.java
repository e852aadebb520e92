package coop.parasol.membership.treasury.payment.rules;

/**
 * What has become of a payable.
 *
 * <pre>
 * OPEN <-> HELD
 *  |^_______|_________-> CANCELLED
 *  v|  (the bank has rejected it, or the run was withdrawn)
 * IN_RUN -> PAID -> RETURNED   (the money has come back; another payable is owed in its place)
 * </pre>
 *
 * RETURNED and CANCELLED are final. One exception: what a claim has settled is owed again, and paid at once, when the bank had paid
 * it ({@code ReverseRejection}).
 */
public enum PayableState {
    /** Owed, and paid by the next payment run from its day on. */
    OPEN,
    /** Owed, but not paid until the hold is lifted: the member has no bank account, or for another reason. */
    HELD,
    /** In a payment run that is a draft or approved. */
    IN_RUN,
    /** The bank has paid it. */
    PAID,
    /** The bank has paid it and the money has come back. */
    RETURNED,
    /** Owed no more: it was revoked, or a claim of the firm has settled all of it. */
    CANCELLED;

    public boolean canBecome(PayableState next) {
        return switch (this) {
            case OPEN -> next == HELD || next == IN_RUN || next == CANCELLED;
            case HELD -> next == OPEN || next == CANCELLED;
            case IN_RUN -> next == PAID || next == OPEN;
            case PAID -> next == RETURNED;
            case RETURNED, CANCELLED -> false;
        };
    }

    /** Whether the bank has paid it, whatever has become of the money since. */
    public boolean wasPaid() {
        return this == PAID || this == RETURNED;
    }
}
