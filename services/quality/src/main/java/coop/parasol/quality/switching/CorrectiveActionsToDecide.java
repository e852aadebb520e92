package coop.parasol.quality.switching;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private final WaitingRows rows;

    CorrectiveActionsToDecide(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("CORRECTIVE_ACTION_TO_ACCEPT", ROLE, CORRECTIVE_ACTION_TO_ACCEPT, Map.of()),
                rows.waiting("CORRECTIVE_ACTION_TO_VERIFY", ROLE, CORRECTIVE_ACTION_TO_VERIFY, Map.of()));
    }
}
