package coop.parasol.membership.exit.rules;

/**
 * <pre>
 * REQUESTED -> CLEARED -> VALUED <-> PAID
 *   |_________|-> WITHDRAWN
 * </pre>
 *
 * PAID is VALUED again when the bank sends money back. VALUED is "cancelled, still entitled": the share is gone, the money is owed. PAID is "ended".
 */
public enum ExitState {
    REQUESTED,
    CLEARED,
    VALUED,
    PAID,
    WITHDRAWN;

    /** A member that leaves by its own wish may stay until its share is valued. */
    public boolean canBeWithdrawn() {
        return this == REQUESTED || this == CLEARED;
    }
}
