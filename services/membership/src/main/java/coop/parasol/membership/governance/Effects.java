package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.TakesEffect.Decision;
import coop.parasol.membership.governance.rules.Verdict;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Tells the feature that a proposal is about what the members have decided. */
@ApplicationScoped
class Effects {

    private final Instance<TakesEffect> features;
    private final ChangeBylaws changeBylaws;

    Effects(@Any Instance<TakesEffect> features, ChangeBylaws changeBylaws) {
        this.features = features;
        this.changeBylaws = changeBylaws;
    }

    /** @return why the members cannot vote on it, as a problem's code */
    Optional<String> objection(ProposalKind kind, UUID about) {
        return feature(kind).map(feature -> feature.objection(about)).orElse(Optional.of("nothing-to-decide"));
    }

    /** @return why it could not take effect */
    Optional<String> decided(Proposal proposal, Verdict verdict, Cause cause) {
        return switch (proposal.kind) {
            case FREE_TEXT -> Optional.empty();
            case BYLAW_CHANGE -> verdict == Verdict.ACCEPTED ? changeBylaws.enact(proposal, cause) : Optional.empty();
            case ADMISSION, EXPULSION, SURPLUS ->
                feature(proposal.kind)
                        .orElseThrow()
                        .decided(
                                new Decision(
                                        proposal.id,
                                        Objects.requireNonNull(proposal.about),
                                        verdict,
                                        Objects.requireNonNull(proposal.bylawsVersion)),
                                cause);
        };
    }

    private Optional<TakesEffect> feature(ProposalKind kind) {
        return features.stream().filter(feature -> feature.kind() == kind).findFirst();
    }
}
