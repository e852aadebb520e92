package coop.parasol.pricing.settlement;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Settlements of pools that one person of the desk has drafted, and another is to approve. */
@Singleton
class SettlementsToApprove extends WaitingKind {

    SettlementsToApprove(WaitingRows rows) {
        super(rows, "SETTLEMENT_TO_APPROVE", "pricing-desk", """
                select id, drafted_at as since from settlement where state = 'DRAFT' and drafted_by <> :person
                """);
    }
}
