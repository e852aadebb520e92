package coop.parasol.quality.switching;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Corrective actions that producers have announced or proven. */
@ApplicationScoped
class CorrectiveActionsToDecide implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String CORRECTIVE_ACTION_TO_ACCEPT = """
            select id, announced_at as since from corrective_action where state = 'ANNOUNCED'
            """;

    private static final String CORRECTIVE_ACTION_TO_VERIFY = """
            select id, proven_at as since from corrective_action where state = 'PROVEN'
            """;

    private final Jdbi jdbi;

    CorrectiveActionsToDecide(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                waiting("CORRECTIVE_ACTION_TO_ACCEPT", CORRECTIVE_ACTION_TO_ACCEPT, Map.of()),
                waiting("CORRECTIVE_ACTION_TO_VERIFY", CORRECTIVE_ACTION_TO_VERIFY, Map.of()));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
