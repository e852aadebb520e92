package coop.parasol.membership.owner;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What a registrar has proposed about owners of firms, and another person, registrar or treasurer, is to approve. */
@ApplicationScoped
class OwnersToApprove implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String OWNER_TO_APPROVE = """
            select id, proposed_at as since from owner_proposal
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    OwnersToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return waitingFor(person, ROLE);
    }

    List<Waiting> waitingFor(String person, String role) {
        return List.of(rows.waiting("OWNER_TO_APPROVE", role, OWNER_TO_APPROVE, Map.of("person", person)));
    }
}
