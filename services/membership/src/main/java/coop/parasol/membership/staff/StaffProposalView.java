package coop.parasol.membership.staff;

import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.staff.rules.StaffRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rights that were proposed for somebody, and what became of it.
 *
 * @param roles all that the person may do afterwards
 * @param auditorId the auditor for whom the person is to act
 */
public record StaffProposalView(
        UUID proposalId,
        String email,
        String name,
        List<StaffRole> roles,
        @Nullable UUID auditorId,
        DeskProposal.State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    static StaffProposalView of(StaffProposal proposal) {
        return new StaffProposalView(
                proposal.id,
                proposal.email,
                proposal.name,
                List.copyOf(StaffAccount.roles(proposal.roles)),
                proposal.auditorId,
                proposal.state,
                proposal.proposedBy,
                proposal.proposedAt,
                proposal.decidedBy,
                proposal.decidedAt);
    }
}
