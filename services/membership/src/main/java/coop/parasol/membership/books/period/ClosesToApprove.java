package coop.parasol.membership.books.period;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The close of a period that one treasurer has proposed, and another is to approve. */
@ApplicationScoped
class ClosesToApprove implements WaitingWork {

    private static final String ROLE = "treasurer";

    private static final String CLOSE_TO_APPROVE = """
            select id, proposed_at as since from financial_period
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    ClosesToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("CLOSE_TO_APPROVE", ROLE, CLOSE_TO_APPROVE, Map.of("person", person)));
    }
}
