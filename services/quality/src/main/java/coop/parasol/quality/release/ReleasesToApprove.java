package coop.parasol.quality.release;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Releases of rejected lots that one person of the desk has proposed, and another is to approve. */
@ApplicationScoped
class ReleasesToApprove implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String RELEASE_TO_APPROVE = """
            select id, proposed_at as since from lot_release where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final Jdbi jdbi;

    ReleasesToApprove(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("RELEASE_TO_APPROVE", RELEASE_TO_APPROVE, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
