package coop.parasol.membership.login;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** New passwords that one registrar has proposed, and another is to approve. */
@ApplicationScoped
class LoginResetsToApprove implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String LOGIN_RESET_TO_APPROVE = """
            select member_id as id, proposed_at as since from login_reset_proposal
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final Jdbi jdbi;

    LoginResetsToApprove(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("LOGIN_RESET_TO_APPROVE", LOGIN_RESET_TO_APPROVE, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
