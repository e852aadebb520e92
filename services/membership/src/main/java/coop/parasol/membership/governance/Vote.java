package coop.parasol.membership.governance;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.governance.rules.Choice;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** A member votes: once, while the vote is open, and only while it is ACTIVE. */
@ApplicationScoped
class Vote {

    private final Ballots ballots;
    private final MoveProposals moveProposals;
    private final FirmClock clock;

    Vote(Ballots ballots, MoveProposals moveProposals, FirmClock clock) {
        this.ballots = ballots;
        this.moveProposals = moveProposals;
        this.clock = clock;
    }

    /** What voting leads to. */
    sealed interface Outcome permits Counted, NotActive, NotOpen, VotedBefore {}

    record Counted() implements Outcome {}

    record NotActive(MemberState state) implements Outcome {}

    record NotOpen(ProposalState state, Instant opensAt, Instant closesAt) implements Outcome {}

    record VotedBefore() implements Outcome {}

    /** The proposal and the member are locked by this, in this order; the member's exit waits, or this sees it. */
    Outcome vote(Proposal proposal, UUID memberId, Choice choice) {
        Instant now = clock.now();
        moveProposals.openIfDue(proposal, Cause.of("time"));
        if (proposal.state != ProposalState.OPEN || !now.isBefore(proposal.closesAt)) {
            return new NotOpen(proposal.state, proposal.opensAt, proposal.closesAt);
        }
        Member member = Member.lock(memberId).orElseThrow();
        if (member.state != MemberState.ACTIVE) {
            return new NotActive(member.state);
        }
        return ballots.cast(proposal, memberId, choice) ? new Counted() : new VotedBefore();
    }
}
