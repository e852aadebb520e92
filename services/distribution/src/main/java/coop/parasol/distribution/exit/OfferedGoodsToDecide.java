package coop.parasol.distribution.exit;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Goods that a leaving member offers, or takes back, and purchases that a second person is to approve. */
@Singleton
class OfferedGoodsToDecide extends WaitingKind {

    OfferedGoodsToDecide(WaitingRows rows) {
        super(rows, "OFFERED_GOODS_TO_DECIDE", "logistics-desk", """
                select g.exit_id as id, coalesce(g.proposed_at, g.collectable_since) as since from exit_goods g
                 where g.state in ('OFFERED', 'SET_ASIDE') or g.state = 'PROPOSED' and g.proposed_by <> :person
                """);
    }
}
