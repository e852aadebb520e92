package coop.parasol.pricing.advance;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Rates of advances that one person of the desk has proposed, and another is to approve. */
@ApplicationScoped
class AdvanceRatesToApprove implements WaitingWork {

    private static final String ROLE = "pricing-desk";

    private static final String ADVANCE_RATE_TO_APPROVE = """
            select id, drafted_at as since from advance_rate where state = 'PROPOSED' and drafted_by <> :person
            """;

    private final WaitingRows rows;

    AdvanceRatesToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("ADVANCE_RATE_TO_APPROVE", ROLE, ADVANCE_RATE_TO_APPROVE, Map.of("person", person)));
    }
}
