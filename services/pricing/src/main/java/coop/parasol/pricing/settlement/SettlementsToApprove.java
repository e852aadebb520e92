package coop.parasol.pricing.settlement;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Settlements of pools that one person of the desk has drafted, and another is to approve. */
@ApplicationScoped
class SettlementsToApprove implements WaitingWork {

    private static final String ROLE = "pricing-desk";

    private static final String SETTLEMENT_TO_APPROVE = """
            select id, drafted_at as since from settlement where state = 'DRAFT' and drafted_by <> :person
            """;

    private final WaitingRows rows;

    SettlementsToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("SETTLEMENT_TO_APPROVE", ROLE, SETTLEMENT_TO_APPROVE, Map.of("person", person)));
    }
}
