package coop.parasol.quality.standard;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Standards that one person of the desk has drafted, and another is to publish. */
@ApplicationScoped
class StandardsToPublish implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String STANDARD_TO_PUBLISH = """
            select id, drafted_at as since from standard_draft where state = 'DRAFT' and drafted_by <> :person
            """;

    private final WaitingRows rows;

    StandardsToPublish(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("STANDARD_TO_PUBLISH", ROLE, STANDARD_TO_PUBLISH, Map.of("person", person)));
    }
}
