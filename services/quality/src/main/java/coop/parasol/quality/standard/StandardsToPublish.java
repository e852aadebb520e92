package coop.parasol.quality.standard;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Standards that one person of the desk has drafted, and another is to publish. */
@ApplicationScoped
class StandardsToPublish implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String STANDARD_TO_PUBLISH = """
            select id, drafted_at as since from standard_draft where state = 'DRAFT' and drafted_by <> :person
            """;

    private final Jdbi jdbi;

    StandardsToPublish(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("STANDARD_TO_PUBLISH", STANDARD_TO_PUBLISH, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
