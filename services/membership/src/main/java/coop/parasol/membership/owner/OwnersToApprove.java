package coop.parasol.membership.owner;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** What one person has proposed about owners of firms, and another is to approve. */
@Singleton
class OwnersToApprove extends WaitingKind {

    OwnersToApprove(WaitingRows rows) {
        super(rows, "OWNER_TO_APPROVE", "registrar", """
                select id, proposed_at as since from owner_proposal
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
