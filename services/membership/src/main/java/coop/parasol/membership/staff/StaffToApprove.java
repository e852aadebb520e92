package coop.parasol.membership.staff;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Rights that one person has proposed, and a registrar who is another is to approve. */
@Singleton
class StaffToApprove extends WaitingKind {

    StaffToApprove(WaitingRows rows) {
        super(rows, "STAFF_TO_APPROVE", "registrar", """
                select id, proposed_at as since from staff_proposal
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
