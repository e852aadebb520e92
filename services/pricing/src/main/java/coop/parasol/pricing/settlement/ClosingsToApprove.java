package coop.parasol.pricing.settlement;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Final closings of pools that one person of the desk has proposed, and another is to approve. */
@ApplicationScoped
class ClosingsToApprove implements WaitingWork {

    private static final String ROLE = "pricing-desk";

    private static final String POOL_CLOSING_TO_APPROVE = """
            select id, proposed_at as since from pool_closing where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    ClosingsToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("POOL_CLOSING_TO_APPROVE", ROLE, POOL_CLOSING_TO_APPROVE, Map.of("person", person)));
    }
}
