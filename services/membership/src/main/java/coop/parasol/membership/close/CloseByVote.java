package coop.parasol.membership.close;

import coop.parasol.contracts.MembershipEvent.ProposalKind;
import coop.parasol.membership.close.ClosePeriod.BylawsChanged;
import coop.parasol.membership.close.ClosePeriod.Closed;
import coop.parasol.membership.close.ClosePeriod.FiguresChanged;
import coop.parasol.membership.close.ClosePeriod.NotProposed;
import coop.parasol.membership.close.ClosePeriod.OverTheCap;
import coop.parasol.membership.governance.TakesEffect;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A close that the treasury has proposed and the members have accepted is carried out as it was shown to them. */
@ApplicationScoped
class CloseByVote implements TakesEffect {

    private final ClosePeriod closePeriod;

    CloseByVote(ClosePeriod closePeriod) {
        this.closePeriod = closePeriod;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.SURPLUS;
    }

    @Override
    public Optional<String> objection(UUID about) {
        // locked, so that nobody replaces what the members are about to be asked
        return FinancialPeriod.lock(about)
                .map(period -> period.state == FinancialPeriod.State.PROPOSED
                        ? Optional.<String>empty()
                        : Optional.of("not-proposed"))
                .orElse(Optional.of("no-such-period"));
    }

    @Override
    public Optional<String> decided(Decision decision, Cause cause) {
        if (!decision.carried()) {
            return Optional.empty();
        }
        return switch (closePeriod.close(decision.about(), "vote " + decision.proposalId(), cause)) {
            case Closed closed -> Optional.empty();
            case NotProposed not -> Optional.of("The period is " + not.state() + ", no close is proposed.");
            case OverTheCap over ->
                Optional.of("The bylaws' cap of a year leaves " + over.left() + " basis points for this period now.");
            case BylawsChanged changed -> Optional.of("Bylaws " + changed.version() + " divide the surplus otherwise.");
            case FiguresChanged changed -> Optional.of("The figures have changed since the close was proposed.");
        };
    }
}
