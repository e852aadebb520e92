package coop.parasol.membership.exit.rules;

/**
 * <pre>
 * REQUESTED -> BINDING -> CLEARED -> VALUED <-> PAID -> ENDED
 *     |           |          |
 *     +-----------+----------+-> WITHDRAWN
 * </pre>
 *
 * BINDING: the notice is over, and the member does not withdraw any more; production, quality and distribution clear it. A recorded
 * death or dissolution is reversed until the valuation all the same, by two persons. VALUED: the share is cancelled and the money is owed. PAID: everything that was valued is paid; the
 * statement of the member's last pool is waited for. ENDED: the membership is over. A PAID or ENDED exit is VALUED again when the
 * bank returns money.
 */
public enum ExitState {
    REQUESTED,
    BINDING,
    CLEARED,
    VALUED,
    PAID,
    ENDED,
    WITHDRAWN;

    /** Whether the share is not valued yet: until then a death or dissolution that was recorded by mistake can be reversed. */
    public boolean isBeforeValuation() {
        return this == REQUESTED || this == BINDING || this == CLEARED;
    }
}
