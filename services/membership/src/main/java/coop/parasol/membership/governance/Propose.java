package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal is made; it opens at once, or at its time. A close waits while the members are asked about it, so they are asked at once
 * and for the bylaws' voting period.
 */
@ApplicationScoped
class Propose {

    private static final Duration MOST_AHEAD = Duration.ofDays(90);

    private final FirmClock clock;
    private final BylawsInForce bylawsInForce;
    private final Effects effects;
    private final MoveProposals moveProposals;

    Propose(FirmClock clock, BylawsInForce bylawsInForce, Effects effects, MoveProposals moveProposals) {
        this.clock = clock;
        this.bylawsInForce = bylawsInForce;
        this.effects = effects;
        this.moveProposals = moveProposals;
    }

    /** What proposing leads to. */
    sealed interface Outcome permits Proposed, TooSoon, TooLate, Objection {}

    record Proposed(Proposal proposal) implements Outcome {}

    /** @param earliest when it may close */
    record TooSoon(Instant earliest) implements Outcome {}

    record TooLate(String field, Instant latest) implements Outcome {}

    /** It cannot be voted on now. */
    record Objection(String code) implements Outcome {}

    /**
     * @param changes of bylaws, read and in bounds
     * @param member whose proposal it is; null for the registrar's
     */
    Outcome propose(ProposalResource.Draft draft, @Nullable String changes, @Nullable UUID member, Cause cause) {
        Bylaws bylaws = bylawsInForce.now();
        Instant now = clock.now();
        Instant opens = draft.opensAt() == null || draft.opensAt().isBefore(now) ? now : draft.opensAt();
        Duration ahead = draft.kind() == ProposalKind.SURPLUS ? Duration.ZERO : MOST_AHEAD;
        if (opens.isAfter(now.plus(ahead))) {
            return new TooLate("opensAt", now.plus(ahead));
        }
        Instant earliest = opens.plus(bylaws.votingPeriod());
        Instant latest = draft.kind() == ProposalKind.SURPLUS ? earliest : opens.plus(MOST_AHEAD);
        Instant closes = draft.closesAt() == null ? earliest : draft.closesAt();
        if (closes.isBefore(earliest)) {
            return new TooSoon(earliest);
        }
        if (closes.isAfter(latest)) {
            return new TooLate("closesAt", latest);
        }
        Optional<String> objection =
                draft.about() == null ? Optional.empty() : effects.objection(draft.kind(), draft.about());
        if (objection.isPresent()) {
            return new Objection(objection.get());
        }
        Proposal proposal = new Proposal();
        proposal.id = Ids.next();
        proposal.kind = draft.kind();
        proposal.title = draft.title().strip();
        proposal.text = draft.text();
        proposal.about = draft.about();
        proposal.changes = changes;
        proposal.secret = draft.secret() == null ? bylaws.secretBallots() : draft.secret();
        proposal.state = ProposalState.ANNOUNCED;
        proposal.opensAt = opens;
        proposal.closesAt = closes;
        proposal.proposedBy = cause.actor();
        proposal.proposedByMember = member;
        proposal.proposedAt = now;
        proposal.persistAndFlush();
        moveProposals.openIfDue(proposal, cause);
        return new Proposed(proposal);
    }
}
