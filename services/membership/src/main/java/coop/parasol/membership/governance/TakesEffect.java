package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.rules.Verdict;
import coop.parasol.messaging.Cause;
import java.util.Optional;
import java.util.UUID;

/** What a vote leads to, by itself: each kind of proposal that is about something has one bean of the feature that knows. */
public interface TakesEffect {

    ProposalKind kind();

    /**
     * Whether it can be voted on.
     *
     * @return why not, as the code of a problem; empty if it can
     */
    Optional<String> objection(UUID about);

    /**
     * The vote is over; in its transaction, with the firm locked, called once.
     *
     * @return why it could not take effect; empty if it has
     */
    Optional<String> decided(Decision decision, Cause cause);

    /**
     * What the members have decided.
     *
     * @param about the applicant, the member, the close
     * @param bylawsVersion the bylaws it was decided by
     */
    record Decision(UUID proposalId, UUID about, Verdict verdict, int bylawsVersion) {

        public boolean carried() {
            return verdict == Verdict.ACCEPTED;
        }
    }
}
