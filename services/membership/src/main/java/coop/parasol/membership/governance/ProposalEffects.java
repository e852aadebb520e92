package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.ProposalEffect.Decision;
import coop.parasol.membership.governance.ProposalEffect.Objection;
import coop.parasol.membership.governance.rules.VoteResult;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds the effect of a kind of proposal, and lets what the members have decided take effect. */
@ApplicationScoped
class ProposalEffects {

    private final Instance<ProposalEffect> effects;
    private final ChangeBylaws changeBylaws;

    ProposalEffects(@Any Instance<ProposalEffect> effects, ChangeBylaws changeBylaws) {
        this.effects = effects;
        this.changeBylaws = changeBylaws;
    }

    /** @return why the members cannot vote on it */
    Optional<Objection> objection(ProposalKind kind, UUID subjectId) {
        return effect(kind)
                .map(effect -> effect.objection(subjectId))
                .orElse(Optional.of(new Objection("nothing-to-decide")));
    }

    /** @return why it could not take effect */
    Optional<String> decided(Proposal proposal, VoteResult result, Cause cause) {
        return switch (proposal.kind) {
            case FREE_TEXT -> Optional.empty();
            case BYLAW_CHANGE -> result == VoteResult.ACCEPTED ? changeBylaws.enact(proposal, cause) : Optional.empty();
            case ADMISSION, EXPULSION, SURPLUS ->
                effect(proposal.kind)
                        .orElseThrow()
                        .decided(
                                new Decision(
                                        proposal.id,
                                        Objects.requireNonNull(proposal.subjectId),
                                        result,
                                        Objects.requireNonNull(proposal.bylawsVersion)),
                                cause);
        };
    }

    private Optional<ProposalEffect> effect(ProposalKind kind) {
        return effects.stream().filter(effect -> effect.kind() == kind).findFirst();
    }
}
