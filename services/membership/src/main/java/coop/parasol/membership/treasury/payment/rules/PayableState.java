package coop.parasol.membership.treasury.payment.rules;

/**
 * <pre>
 * OPEN <-> HELD
 *  |^_______|_________-> CANCELLED
 *  v|  (the bank has refused it, or the run was withdrawn)
 * IN_RUN -> PAID -> RETURNED   (the money has come back; another payable is owed in its place)
 * </pre>
 *
 * RETURNED and CANCELLED are final.
 */
public enum PayableState {
    OPEN,
    HELD,
    IN_RUN,
    PAID,
    RETURNED,
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
