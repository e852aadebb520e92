package coop.parasol.membership.member.rules;

/**
 * <pre>
 * APPLIED -> ADMITTED -> ACTIVE -> LEAVING -> LEFT
 *    |                       ^________|  (withdrawn before the share is valued)
 *    -> REFUSED
 * </pre>
 *
 * A firm that is REFUSED or has LEFT may apply again, as a new membership.
 */
public enum MemberState {
    APPLIED,
    ADMITTED,
    ACTIVE,
    LEAVING,
    LEFT,
    REFUSED;

    public boolean canBecome(MemberState next) {
        return switch (this) {
            case APPLIED -> next == ADMITTED || next == REFUSED;
            case ADMITTED -> next == ACTIVE;
            case ACTIVE -> next == LEAVING;
            case LEAVING -> next == LEFT || next == ACTIVE;
            case LEFT, REFUSED -> false;
        };
    }
}
