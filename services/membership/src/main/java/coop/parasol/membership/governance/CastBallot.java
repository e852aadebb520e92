package coop.parasol.membership.governance;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member votes on a proposal: once, while the vote is open, only while its membership is ACTIVE, and only with a share that was issued
 * before the vote opened.
 */
@ApplicationScoped
class CastBallot {

    private final Ballots ballots;
    private final AdvanceProposals advanceProposals;
    private final FirmClock clock;

    CastBallot(Ballots ballots, AdvanceProposals advanceProposals, FirmClock clock) {
        this.ballots = ballots;
        this.advanceProposals = advanceProposals;
        this.clock = clock;
    }

    sealed interface Outcome permits Counted, UnknownProposal, NotActive, ShareTooNew, NotOpen, VotedBefore {}

    record Counted() implements Outcome {}

    record UnknownProposal() implements Outcome {}

    record NotActive(MemberState state) implements Outcome {}

    /** Its share was issued when the vote was open already. */
    record ShareTooNew() implements Outcome {}

    record NotOpen(ProposalState state, Instant opensAt, Instant closesAt) implements Outcome {}

    record VotedBefore() implements Outcome {}

    /** Locks the proposal and the member, in this order; the member's exit waits, or this sees it. */
    Outcome cast(UUID proposalId, UUID memberId, BallotChoice choice) {
        Optional<Proposal> locked = Proposal.lock(proposalId);
        if (locked.isEmpty()) {
            return new UnknownProposal();
        }
        Proposal proposal = locked.get();
        Instant now = clock.now();
        advanceProposals.openIfDue(proposal, Cause.of("time"));
        if (proposal.state != ProposalState.OPEN || !now.isBefore(proposal.closesAt)) {
            return new NotOpen(proposal.state, proposal.opensAt, proposal.closesAt);
        }
        Member member = Member.lock(memberId).orElseThrow();
        if (member.state != MemberState.ACTIVE) {
            return new NotActive(member.state);
        }
        if (member.shareIssuedAt == null || member.shareIssuedAt.isAfter(proposal.opensAt)) {
            return new ShareTooNew();
        }
        return ballots.cast(proposal, memberId, choice) ? new Counted() : new VotedBefore();
    }
}
