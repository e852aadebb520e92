package coop.parasol.membership.books.close;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.close.ClosePeriod.BylawsChanged;
import coop.parasol.membership.books.close.ClosePeriod.Closed;
import coop.parasol.membership.books.close.ClosePeriod.FiguresChanged;
import coop.parasol.membership.books.close.ClosePeriod.NotProposed;
import coop.parasol.membership.books.close.ClosePeriod.OverTheCap;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.governance.Proposal;
import coop.parasol.membership.governance.ProposalEffect;
import coop.parasol.membership.governance.rules.VoteResult;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The members' vote on a proposed close: what they accept is closed as it was shown to them, what they turn down is proposed no more. */
@ApplicationScoped
class CloseByVote implements ProposalEffect {

    private final ClosePeriod closePeriod;
    private final BylawsInForce bylaws;
    private final FirmClock clock;

    CloseByVote(ClosePeriod closePeriod, BylawsInForce bylaws, FirmClock clock) {
        this.closePeriod = closePeriod;
        this.bylaws = bylaws;
        this.clock = clock;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.SURPLUS;
    }

    @Override
    public Optional<Objection> objection(UUID subjectId) {
        // locked, so that nobody replaces what the members are about to be asked
        return FinancialPeriod.lock(subjectId)
                .map(this::objection)
                .orElse(Optional.of(new Objection("no-such-period")));
    }

    /** The members vote once on each proposed close, soon after it is proposed, because the close waits for their vote. */
    private Optional<Objection> objection(FinancialPeriod period) {
        if (period.state != FinancialPeriod.State.PROPOSED || period.proposedAt == null) {
            return Optional.of(new Objection("not-proposed"));
        }
        if (Proposal.isDecidedSince(kind(), period.id, period.proposedAt)) {
            return Optional.of(new Objection("vote-already-held"));
        }
        return clock.now().isAfter(period.proposedAt.plus(bylaws.now().votingPeriod()))
                ? Optional.of(new Objection("vote-too-late"))
                : Optional.empty();
    }

    /** What they turn down is proposed no more; where too few have voted, the treasury decides. */
    @Override
    public Optional<String> decided(Decision decision, Cause cause) {
        if (decision.result() == VoteResult.REJECTED) {
            FinancialPeriod.lock(decision.subjectId())
                    .filter(period -> period.state == FinancialPeriod.State.PROPOSED)
                    .ifPresent(FinancialPeriod::withdrawProposedClose);
        }
        if (!decision.carried()) {
            return Optional.empty();
        }
        return switch (closePeriod.close(decision.subjectId(), "vote " + decision.proposalId(), cause)) {
            case Closed closed -> Optional.empty();
            case NotProposed not -> Optional.of("The period is " + not.state() + ", no close is proposed.");
            case OverTheCap over ->
                Optional.of("The limited return is over the bylaws' yearly cap, which leaves " + over.maxLimitedReturn()
                        + " basis points for this period now.");
            case BylawsChanged changed -> Optional.of("Bylaws " + changed.version() + " divide the surplus otherwise.");
            case FiguresChanged changed -> Optional.of("The figures have changed since the close was proposed.");
        };
    }
}
