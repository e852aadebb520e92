package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.rules.VoteResult;
import coop.parasol.messaging.Cause;
import java.util.Optional;
import java.util.UUID;

/** What a vote leads to: each kind of proposal that is about something has one bean, in the feature that it is about. */
public interface ProposalEffect {

    /** The kind of proposal that this takes effect for. */
    ProposalKind kind();

    /**
     * Whether the members can vote on it now.
     *
     * @return why not; empty if it can
     */
    Optional<Objection> objection(UUID subjectId);

    /** Why the members cannot vote on a subject now, as the code of a problem. */
    record Objection(String code) {}

    /**
     * The vote is over. Called once, in the transaction that closes the vote, with the share count locked.
     *
     * @return why it could not take effect; empty if it has
     */
    Optional<String> decided(Decision decision, Cause cause);

    /**
     * What the members have decided.
     *
     * @param subjectId the applicant, the member, the close
     * @param bylawsVersion the bylaws it was decided by
     */
    record Decision(UUID proposalId, UUID subjectId, VoteResult result, int bylawsVersion) {

        public boolean carried() {
            return result == VoteResult.ACCEPTED;
        }
    }
}
