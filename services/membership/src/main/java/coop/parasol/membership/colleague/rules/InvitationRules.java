package coop.parasol.membership.colleague.rules;

import coop.parasol.membership.member.rules.MemberState;
import java.util.Locale;
import java.util.Optional;

/** Whether a member may invite one more colleague by an address. */
public final class InvitationRules {

    /** Of one member at a time; Keycloak is asked for each of them. */
    public static final int MAX_COLLEAGUES = 20;

    private InvitationRules() {}

    /** Why nobody is invited. */
    public enum Reason {
        /** only who has a share, and whose exit is not completed, signs in itself */
        NO_MEMBER_NOW,
        /** the member's own account has this address */
        OWN_ADDRESS,
        /** another member has this address, or is to have it */
        ADDRESS_OF_ANOTHER,
        TOO_MANY
    }

    /**
     * Why the member may not invite one more; empty if it may.
     *
     * @param own the address by which the member's own account signs in
     * @param email of the colleague, in whatever letters
     * @param isOfAnother whether another member signs in by it, or will
     * @param colleagues how many the member has now
     */
    public static Optional<Reason> objection(
            MemberState state, String own, String email, boolean isOfAnother, long colleagues) {
        if (state != MemberState.ACTIVE && state != MemberState.LEAVING) {
            return Optional.of(Reason.NO_MEMBER_NOW);
        }
        if (email.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT))) {
            return Optional.of(Reason.OWN_ADDRESS);
        }
        if (isOfAnother) {
            return Optional.of(Reason.ADDRESS_OF_ANOTHER);
        }
        return colleagues >= MAX_COLLEAGUES ? Optional.of(Reason.TOO_MANY) : Optional.empty();
    }
}
