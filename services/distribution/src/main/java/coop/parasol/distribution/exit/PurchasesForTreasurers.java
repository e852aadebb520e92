package coop.parasol.distribution.exit;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Prices at which one person proposes to buy in goods of a leaving member, and a treasurer may approve. */
@Singleton
class PurchasesForTreasurers extends WaitingKind {

    PurchasesForTreasurers(WaitingRows rows) {
        super(rows, "GOODS_PURCHASE_TO_APPROVE", "treasurer", """
                select exit_id as id, proposed_at as since from exit_goods
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
