package coop.parasol.quality.batch;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Lots whose required inspections are submitted, while another auditor has found something. */
@ApplicationScoped
class InspectionsToClose implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String INSPECTION_TO_CLOSE = """
            select id, reported_at as since from batch where awaits_desk
            """;

    private final Jdbi jdbi;

    InspectionsToClose(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("INSPECTION_TO_CLOSE", INSPECTION_TO_CLOSE, Map.of()));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
