package coop.parasol.distribution.exit;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Goods that a leaving member offers, or takes back, and purchases that a second person is to approve. */
@ApplicationScoped
class OfferedGoodsToDecide implements WaitingWork {

    private static final String ROLE = "logistics-desk";

    private static final String OFFERED_GOODS_TO_DECIDE = """
            select g.exit_id as id, coalesce(g.proposed_at, g.collectable_since) as since from exit_goods g
             where g.state in ('OFFERED', 'SET_ASIDE') or g.state = 'PROPOSED' and g.proposed_by <> :person
            """;

    private final Jdbi jdbi;

    OfferedGoodsToDecide(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("OFFERED_GOODS_TO_DECIDE", OFFERED_GOODS_TO_DECIDE, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
