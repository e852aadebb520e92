package coop.parasol.membership.colleague.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.colleague.rules.InvitationRules.Reason;
import coop.parasol.membership.member.rules.MemberState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom a member may invite. */
class InvitationRulesTest {

    private static final String OWN = "lotus@works.example";
    private static final String COLLEAGUE = "asha@works.example";

    @Test
    void only_a_member_that_signs_in_itself_invites() {
        EnumSet<MemberState> members = EnumSet.of(MemberState.ACTIVE, MemberState.LEAVING);
        for (MemberState state : MemberState.values()) {
            Optional<Reason> objection = InvitationRules.objection(state, OWN, COLLEAGUE, false, 0);
            assertThat(objection)
                    .as(state.name())
                    .isEqualTo(members.contains(state) ? Optional.empty() : Optional.of(Reason.NO_MEMBER_NOW));
        }
    }

    @Test
    void a_member_does_not_invite_itself_in_whatever_letters() {
        assertThat(objection(OWN.toUpperCase(Locale.ROOT), false, 0)).contains(Reason.OWN_ADDRESS);
    }

    @Test
    void an_address_of_another_member_is_not_invited() {
        assertThat(objection(COLLEAGUE, true, 0)).contains(Reason.ADDRESS_OF_ANOTHER);
    }

    @Test
    void a_member_has_twenty_colleagues_at_most() {
        for (long colleagues = 0; colleagues < 60; colleagues++) {
            assertThat(objection(COLLEAGUE, false, colleagues))
                    .isEqualTo(colleagues < 20 ? Optional.empty() : Optional.of(Reason.TOO_MANY));
        }
    }

    private static Optional<Reason> objection(String email, boolean isOfAnother, long colleagues) {
        return InvitationRules.objection(MemberState.ACTIVE, OWN, email, isOfAnother, colleagues);
    }
}
