package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.governance.ProposalEffect.Objection;
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
 * Makes a proposal; its vote opens at once, or at its time. The close of a period waits while the members vote on it, so that vote opens
 * at once and lasts exactly the bylaws' voting period.
 */
@ApplicationScoped
class MakeProposal {

    private static final Duration MAX_AHEAD = Duration.ofDays(90);

    private final FirmClock clock;
    private final BylawsInForce bylawsInForce;
    private final ProposalEffects effects;
    private final AdvanceProposals advanceProposals;

    MakeProposal(
            FirmClock clock, BylawsInForce bylawsInForce, ProposalEffects effects, AdvanceProposals advanceProposals) {
        this.clock = clock;
        this.bylawsInForce = bylawsInForce;
        this.effects = effects;
        this.advanceProposals = advanceProposals;
    }

    /**
     * What is to be voted on.
     *
     * @param subjectId the applicant, the member or the close; only where the kind is about one
     * @param changes of bylaws as JSON, checked
     * @param opensAt absent for now
     * @param closesAt absent for the end of the bylaws' voting period
     * @param secret absent for what the bylaws say
     * @param memberId whose proposal it is; absent for the registrar's
     */
    record NewProposal(
            ProposalKind kind,
            String title,
            @Nullable String text,
            @Nullable UUID subjectId,
            @Nullable String changes,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Boolean secret,
            @Nullable UUID memberId) {}

    sealed interface Outcome permits Proposed, Pending, TooSoon, TooLate, NotVotable {}

    record Proposed(Proposal proposal) implements Outcome {}

    /** A proposal about the same is pending already. */
    record Pending() implements Outcome {}

    /** @param earliest when it may close */
    record TooSoon(Instant earliest) implements Outcome {}

    record TooLate(String field, Instant latest) implements Outcome {}

    /** The members cannot vote on its subject now. */
    record NotVotable(Objection objection) implements Outcome {}

    Outcome propose(NewProposal proposed, Cause cause) {
        if (proposed.subjectId() != null && Proposal.isPending(proposed.kind(), proposed.subjectId())) {
            return new Pending();
        }
        Bylaws bylaws = bylawsInForce.now();
        Instant now = clock.now();
        Instant opensAt = proposed.opensAt() == null || proposed.opensAt().isBefore(now) ? now : proposed.opensAt();
        Duration ahead = proposed.kind() == ProposalKind.SURPLUS ? Duration.ZERO : MAX_AHEAD;
        if (opensAt.isAfter(now.plus(ahead))) {
            return new TooLate("opensAt", now.plus(ahead));
        }
        Instant earliest = opensAt.plus(bylaws.votingPeriod());
        Instant latest = proposed.kind() == ProposalKind.SURPLUS ? earliest : opensAt.plus(MAX_AHEAD);
        Instant closesAt = proposed.closesAt() == null ? earliest : proposed.closesAt();
        if (closesAt.isBefore(earliest)) {
            return new TooSoon(earliest);
        }
        if (closesAt.isAfter(latest)) {
            return new TooLate("closesAt", latest);
        }
        Optional<Objection> objection = proposed.subjectId() == null
                ? Optional.empty()
                : effects.objection(proposed.kind(), proposed.subjectId());
        if (objection.isPresent()) {
            return new NotVotable(objection.get());
        }
        Proposal proposal = new Proposal();
        proposal.id = Ids.next();
        proposal.kind = proposed.kind();
        proposal.title = proposed.title().strip();
        proposal.text = proposed.text();
        proposal.subjectId = proposed.subjectId();
        proposal.changes = proposed.changes();
        proposal.secret = proposed.secret() == null ? bylaws.secretBallots() : proposed.secret();
        proposal.state = ProposalState.ANNOUNCED;
        proposal.opensAt = opensAt;
        proposal.closesAt = closesAt;
        proposal.proposedBy = cause.actor();
        proposal.proposedByMember = proposed.memberId();
        proposal.proposedAt = now;
        proposal.persistAndFlush();
        advanceProposals.openIfDue(proposal, cause);
        return new Proposed(proposal);
    }
}
