package coop.parasol.membership.member;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Firms that wait for their admission. */
@ApplicationScoped
class ApplicationsToDecide implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String APPLICATION_TO_DECIDE = """
            select id, applied_at as since from member where state = 'APPLIED'
            """;

    private final Jdbi jdbi;

    ApplicationsToDecide(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("APPLICATION_TO_DECIDE", APPLICATION_TO_DECIDE, Map.of()));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
