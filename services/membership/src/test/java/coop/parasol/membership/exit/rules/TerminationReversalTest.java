package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.exit.rules.TerminationReversal.Allowed;
import coop.parasol.membership.exit.rules.TerminationReversal.Outcome;
import coop.parasol.membership.exit.rules.TerminationReversal.Refused;
import org.junit.jupiter.api.Test;

/** What a desk has recorded by mistake, and what it may say for a member. */
class TerminationReversalTest {

    @Test
    void a_recorded_death_or_dissolution_is_reversed_until_the_share_is_valued() {
        assertThat(code(TerminationReversal.propose(ExitKind.DEATH, ExitState.REQUESTED)))
                .isEqualTo("allowed");
        assertThat(code(TerminationReversal.propose(ExitKind.DISSOLUTION, ExitState.CLEARED)))
                .isEqualTo("allowed");
        assertThat(code(TerminationReversal.propose(ExitKind.DEATH, ExitState.VALUED)))
                .isEqualTo("already-valued");
        assertThat(code(TerminationReversal.propose(ExitKind.DEATH, ExitState.PAID)))
                .isEqualTo("already-valued");
        assertThat(code(TerminationReversal.propose(ExitKind.DEATH, ExitState.WITHDRAWN)))
                .isEqualTo("reversed");
    }

    @Test
    void what_the_member_or_the_members_have_decided_is_not_reversed_by_a_desk() {
        assertThat(code(TerminationReversal.propose(ExitKind.VOLUNTARY, ExitState.REQUESTED)))
                .isEqualTo("not-recorded");
        assertThat(code(TerminationReversal.propose(ExitKind.EXPULSION, ExitState.REQUESTED)))
                .isEqualTo("not-recorded");
    }

    @Test
    void it_takes_two_persons() {
        assertThat(code(TerminationReversal.approve(ExitKind.DEATH, ExitState.REQUESTED, "rita", "raj")))
                .isEqualTo("allowed");
        assertThat(code(TerminationReversal.approve(ExitKind.DEATH, ExitState.REQUESTED, "rita", "rita")))
                .isEqualTo("same-person");
        assertThat(code(TerminationReversal.approve(ExitKind.DEATH, ExitState.REQUESTED, null, "raj")))
                .isEqualTo("not-proposed");
        assertThat(code(TerminationReversal.approve(ExitKind.DEATH, ExitState.VALUED, "rita", "raj")))
                .isEqualTo("already-valued");
    }

    @Test
    void a_desk_names_an_account_only_for_a_member_that_cannot_do_so_itself() {
        assertThat(BankAccountProposalRules.isAllowed(true, true, ExitKind.DEATH))
                .isTrue();
        assertThat(BankAccountProposalRules.isAllowed(true, true, ExitKind.DISSOLUTION))
                .isTrue();
        assertThat(BankAccountProposalRules.isAllowed(true, false, ExitKind.VOLUNTARY))
                .isTrue();
        assertThat(BankAccountProposalRules.isAllowed(true, true, null)).isFalse();
        assertThat(BankAccountProposalRules.isAllowed(true, true, ExitKind.VOLUNTARY))
                .isFalse();
        assertThat(BankAccountProposalRules.isAllowed(true, true, ExitKind.EXPULSION))
                .isFalse();
        assertThat(BankAccountProposalRules.isAllowed(false, false, null)).isFalse();
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Allowed allowed -> "allowed";
            case Refused refused -> refused.code();
        };
    }
}
