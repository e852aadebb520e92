package coop.parasol.membership.governance;

import coop.parasol.membership.governance.rules.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever has made a proposal withdraws it, as long as nobody has voted. */
@ApplicationScoped
class WithdrawProposal {

    private final Ballots ballots;

    WithdrawProposal(Ballots ballots) {
        this.ballots = ballots;
    }

    sealed interface Outcome permits Withdrawn, VotedOn {}

    record Withdrawn() implements Outcome {}

    /** The members have begun to vote, or have decided. */
    record VotedOn() implements Outcome {}

    /** @param proposal locked; the caller's own */
    Outcome withdraw(Proposal proposal) {
        if (!proposal.state.canBecome(ProposalState.WITHDRAWN)
                || ballots.count(proposal).turnout() > 0) {
            return new VotedOn();
        }
        proposal.transitionTo(ProposalState.WITHDRAWN);
        Proposal.flush();
        return new Withdrawn();
    }
}
