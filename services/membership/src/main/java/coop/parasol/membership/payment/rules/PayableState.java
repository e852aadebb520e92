package coop.parasol.membership.payment.rules;

/**
 * <pre>
 * OPEN <-> HELD
 *  |^_______|_________-> CANCELLED
 *  v|  (the bank has refused it, or the run was withdrawn)
 * IN_RUN -> PAID
 * </pre>
 *
 * PAID and CANCELLED are final.
 */
public enum PayableState {
    OPEN,
    HELD,
    IN_RUN,
    PAID,
    CANCELLED;

    public boolean canBecome(PayableState next) {
        return switch (this) {
            case OPEN -> next == HELD || next == IN_RUN || next == CANCELLED;
            case HELD -> next == OPEN || next == CANCELLED;
            case IN_RUN -> next == PAID || next == OPEN;
            case PAID, CANCELLED -> false;
        };
    }
}
