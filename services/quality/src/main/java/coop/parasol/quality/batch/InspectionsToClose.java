package coop.parasol.quality.batch;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Lots whose required inspections are submitted, while another auditor has found something. */
@ApplicationScoped
class InspectionsToClose implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String INSPECTION_TO_CLOSE = """
            select id, reported_at as since from batch where awaits_desk
            """;

    private final WaitingRows rows;

    InspectionsToClose(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("INSPECTION_TO_CLOSE", ROLE, INSPECTION_TO_CLOSE, Map.of()));
    }
}
