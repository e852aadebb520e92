package coop.parasol.membership.member.rules;

/**
 * <pre>
 * APPLIED -> ADMITTED -> ACTIVE -> LEAVING -> LEFT
 *    |                     | ^________|  (withdrawn until notice is over; a recorded death reversed until the valuation)
 *    -> REFUSED            |          |
 *                          ----------> EXPELLED
 * </pre>
 *
 * A firm that is REFUSED or has LEFT may apply again, as a new membership. One that is EXPELLED gets its property by the same
 * settlement as one that leaves, and holds its share until the valuation like it.
 */
public enum MemberState {
    APPLIED,
    ADMITTED,
    ACTIVE,
    LEAVING,
    LEFT,
    REFUSED,
    EXPELLED;

    public boolean canBecome(MemberState next) {
        return switch (this) {
            case APPLIED -> next == ADMITTED || next == REFUSED;
            case ADMITTED -> next == ACTIVE;
            case ACTIVE -> next == LEAVING || next == EXPELLED;
            case LEAVING -> next == LEFT || next == ACTIVE || next == EXPELLED;
            case LEFT, REFUSED, EXPELLED -> false;
        };
    }
}
