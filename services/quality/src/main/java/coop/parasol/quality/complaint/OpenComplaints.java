package coop.parasol.quality.complaint;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Complaints of partners that are not answered. */
@ApplicationScoped
class OpenComplaints implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String COMPLAINT_TO_DECIDE = """
            select id, reported_at as since from complaint where state = 'OPEN'
            """;

    private final WaitingRows rows;

    OpenComplaints(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("COMPLAINT_TO_DECIDE", ROLE, COMPLAINT_TO_DECIDE, Map.of()));
    }
}
