package coop.parasol.membership.governance;

import com.fasterxml.jackson.annotation.JsonRawValue;
import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.membership.governance.rules.VoteCount;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as members and desks see it.
 *
 * @param turnout members that have voted so far
 * @param result what they have voted; absent until the vote is over, so that it influences nobody
 */
public record ProposalView(
        UUID proposalId,
        ProposalKind kind,
        String title,
        @Nullable String text,
        @Nullable UUID subjectId,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) @JsonRawValue @Nullable String changes,

        boolean secret,
        ProposalState state,
        Instant opensAt,
        Instant closesAt,
        String proposedBy,
        @Nullable UUID proposedByMember,
        Instant proposedAt,
        @Nullable Integer bylawsVersion,
        @Nullable Long electorate,
        long turnout,
        @Nullable Result result,
        @Nullable Instant decidedAt,
        @Nullable String withoutEffectBecause) {

    /** The count of the votes. */
    public record Result(long yes, long no, long abstentions) {}

    static ProposalView of(Proposal proposal, VoteCount count) {
        return new ProposalView(
                proposal.id,
                proposal.kind,
                proposal.title,
                proposal.text,
                proposal.subjectId,
                proposal.changes,
                proposal.secret,
                proposal.state,
                proposal.opensAt,
                proposal.closesAt,
                proposal.proposedBy,
                proposal.proposedByMember,
                proposal.proposedAt,
                proposal.bylawsVersion,
                proposal.electorate,
                count.turnout(),
                proposal.decidedAt == null ? null : new Result(count.yes(), count.no(), count.abstentions()),
                proposal.decidedAt,
                proposal.withoutEffectBecause);
    }
}
