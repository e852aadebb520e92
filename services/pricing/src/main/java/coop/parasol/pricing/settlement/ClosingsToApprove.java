package coop.parasol.pricing.settlement;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Final closings of pools that one person of the desk has proposed, and another is to approve. */
@Singleton
class ClosingsToApprove extends WaitingKind {

    ClosingsToApprove(WaitingRows rows) {
        super(rows, "POOL_CLOSING_TO_APPROVE", "pricing-desk", """
                select id, proposed_at as since from pool_closing where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
