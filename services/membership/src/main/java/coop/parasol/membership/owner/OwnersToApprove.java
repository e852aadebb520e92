package coop.parasol.membership.owner;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** What a registrar has proposed about owners of firms, and another person, registrar or treasurer, is to approve. */
@Singleton
class OwnersToApprove extends WaitingKind {

    static final String KIND = "OWNER_TO_APPROVE";

    static final String PROPOSED = """
            select id, proposed_at as since from owner_proposal
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    OwnersToApprove(WaitingRows rows) {
        super(rows, KIND, "registrar", PROPOSED);
    }
}
