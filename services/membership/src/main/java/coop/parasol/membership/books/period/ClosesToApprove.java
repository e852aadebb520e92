package coop.parasol.membership.books.period;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The close of a period that one treasurer has proposed, and another is to approve. */
@ApplicationScoped
class ClosesToApprove implements WaitingWork {

    private static final String ROLE = "treasurer";

    private static final String CLOSE_TO_APPROVE = """
            select id, proposed_at as since from financial_period
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final Jdbi jdbi;

    ClosesToApprove(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("CLOSE_TO_APPROVE", CLOSE_TO_APPROVE, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
