package coop.parasol.quality.recall;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Recalls that one person of the desk has proposed, and another is to approve. */
@ApplicationScoped
class RecallsToApprove implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String RECALL_TO_APPROVE = """
            select id, proposed_at as since from recall where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    RecallsToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("RECALL_TO_APPROVE", ROLE, RECALL_TO_APPROVE, Map.of("person", person)));
    }
}
