package coop.parasol.pricing.advance;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Rates of advances that one person of the desk has proposed, and another is to approve. */
@Singleton
class AdvanceRatesToApprove extends WaitingKind {

    AdvanceRatesToApprove(WaitingRows rows) {
        super(rows, "ADVANCE_RATE_TO_APPROVE", "pricing-desk", """
                select id, drafted_at as since from advance_rate where state = 'PROPOSED' and drafted_by <> :person
                """);
    }
}
