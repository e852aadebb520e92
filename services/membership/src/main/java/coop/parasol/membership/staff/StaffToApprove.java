package coop.parasol.membership.staff;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Rights that one person has proposed, and a registrar who is another is to approve. */
@ApplicationScoped
class StaffToApprove implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String STAFF_TO_APPROVE = """
        select id, proposed_at as since from staff_proposal
         where state = 'PROPOSED' and proposed_by <> :person
        """;

    private final WaitingRows rows;

    StaffToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("STAFF_TO_APPROVE", ROLE, STAFF_TO_APPROVE, Map.of("person", person)));
    }
}
