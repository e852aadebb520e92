package coop.parasol.membership.exit.rules;

/**
 * <pre>
 * REQUESTED -> CLEARED -> VALUED <-> PAID
 *   |_________|-> WITHDRAWN
 * </pre>
 *
 * VALUED: the share is cancelled and the money is owed. PAID: everything is paid, and the exit has ended; it is VALUED again when
 * the bank returns money.
 */
public enum ExitState {
    REQUESTED,
    CLEARED,
    VALUED,
    PAID,
    WITHDRAWN;

    /** A voluntary exit may be withdrawn until the share is valued. */
    public boolean canBeWithdrawn() {
        return this == REQUESTED || this == CLEARED;
    }
}
