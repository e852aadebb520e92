package coop.parasol.membership.governance;

import com.fasterxml.jackson.annotation.JsonRawValue;
import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.membership.governance.rules.VoteCount;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as members and desks see it.
 *
 * @param subjectName of the applicant or member that it is about; absent for a proposal about none
 * @param proposedByMemberName of the member that has made it; absent if the registrar has
 * @param turnout members that have voted so far
 * @param result what they have voted; absent until the vote is over, so that it influences nobody
 */
public record ProposalView(
        UUID proposalId,
        ProposalKind kind,
        String title,
        @Nullable String text,
        @Nullable UUID subjectId,
        @Nullable String subjectName,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) @JsonRawValue @Nullable String changes,

        boolean secret,
        ProposalState state,
        Instant opensAt,
        Instant closesAt,
        String proposedBy,
        @Nullable UUID proposedByMember,
        @Nullable String proposedByMemberName,
        Instant proposedAt,
        @Nullable Integer bylawsVersion,
        @Nullable Long electorate,
        long turnout,
        @Nullable Result result,
        @Nullable Instant decidedAt,
        @Nullable String withoutEffectBecause) {

    /** The count of the votes. */
    public record Result(long yes, long no, long abstentions) {}

    /** @param names of members by their ids */
    static ProposalView of(Proposal proposal, VoteCount count, Map<UUID, String> names) {
        return new ProposalView(
                proposal.id,
                proposal.kind,
                proposal.title,
                proposal.text,
                proposal.subjectId,
                proposal.subjectId == null ? null : names.get(proposal.subjectId),
                proposal.changes,
                proposal.secret,
                proposal.state,
                proposal.opensAt,
                proposal.closesAt,
                proposal.proposedBy,
                proposal.proposedByMember,
                proposal.proposedByMember == null ? null : names.get(proposal.proposedByMember),
                proposal.proposedAt,
                proposal.bylawsVersion,
                proposal.electorate,
                count.turnout(),
                proposal.decidedAt == null ? null : new Result(count.yes(), count.no(), count.abstentions()),
                proposal.decidedAt,
                proposal.withoutEffectBecause);
    }
}
