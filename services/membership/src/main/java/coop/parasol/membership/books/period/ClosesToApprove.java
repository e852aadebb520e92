package coop.parasol.membership.books.period;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** The close of a period that one treasurer has proposed, and another is to approve. */
@Singleton
class ClosesToApprove extends WaitingKind {

    ClosesToApprove(WaitingRows rows) {
        super(rows, "CLOSE_TO_APPROVE", "treasurer", """
                select id, proposed_at as since from financial_period
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
