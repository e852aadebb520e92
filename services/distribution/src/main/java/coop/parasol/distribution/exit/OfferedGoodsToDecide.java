package coop.parasol.distribution.exit;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Goods that a leaving member offers, or takes back, and purchases that a second person is to approve. */
@ApplicationScoped
class OfferedGoodsToDecide implements WaitingWork {

    private static final String ROLE = "logistics-desk";

    private static final String OFFERED_GOODS_TO_DECIDE = """
            select g.exit_id as id, coalesce(g.proposed_at, g.collectable_since) as since from exit_goods g
             where g.state in ('OFFERED', 'SET_ASIDE') or g.state = 'PROPOSED' and g.proposed_by <> :person
            """;

    private final WaitingRows rows;

    OfferedGoodsToDecide(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("OFFERED_GOODS_TO_DECIDE", ROLE, OFFERED_GOODS_TO_DECIDE, Map.of("person", person)));
    }
}
