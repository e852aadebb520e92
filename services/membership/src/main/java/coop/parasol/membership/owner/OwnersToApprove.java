package coop.parasol.membership.owner;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** What a registrar has proposed about owners of firms, and another person, registrar or treasurer, is to approve. */
@Singleton
class OwnersToApprove extends WaitingKind {

    OwnersToApprove(WaitingRows rows) {
        super(rows, "OWNER_TO_APPROVE", Set.of("registrar", "treasurer"), """
                select id, proposed_at as since from owner_proposal
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
