package coop.parasol.membership.owner;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What one person has proposed about owners of firms, and another is to approve. */
@ApplicationScoped
class OwnersToApprove implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String OWNER_TO_APPROVE = """
            select id, proposed_at as since from owner_proposal
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final Jdbi jdbi;

    OwnersToApprove(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        OldestRows rows = OldestRows.of(jdbi, OWNER_TO_APPROVE, Map.of("person", person));
        return List.of(new Waiting("OWNER_TO_APPROVE", ROLE, rows.count(), rows.oldest(), rows.since()));
    }
}
