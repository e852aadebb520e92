package coop.parasol.quality.complaint;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Complaints of partners that are not answered. */
@ApplicationScoped
class OpenComplaints implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String COMPLAINT_TO_DECIDE = """
            select id, reported_at as since from complaint where state = 'OPEN'
            """;

    private final Jdbi jdbi;

    OpenComplaints(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("COMPLAINT_TO_DECIDE", COMPLAINT_TO_DECIDE, Map.of()));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
