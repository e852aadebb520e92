package coop.parasol.quality.release;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Releases of rejected lots that one person of the desk has proposed, and another is to approve. */
@ApplicationScoped
class ReleasesToApprove implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String RELEASE_TO_APPROVE = """
            select id, proposed_at as since from lot_release where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    ReleasesToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("RELEASE_TO_APPROVE", ROLE, RELEASE_TO_APPROVE, Map.of("person", person)));
    }
}
