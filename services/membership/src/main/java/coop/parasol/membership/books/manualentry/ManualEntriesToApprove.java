package coop.parasol.membership.books.manualentry;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Entries that one treasurer has proposed, and another is to approve. */
@ApplicationScoped
class ManualEntriesToApprove implements WaitingWork {

    private static final String ROLE = "treasurer";

    private static final String MANUAL_ENTRY_TO_APPROVE = """
            select id, proposed_at as since from manual_entry
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    ManualEntriesToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("MANUAL_ENTRY_TO_APPROVE", ROLE, MANUAL_ENTRY_TO_APPROVE, Map.of("person", person)));
    }
}
