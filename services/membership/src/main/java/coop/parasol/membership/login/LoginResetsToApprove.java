package coop.parasol.membership.login;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** New passwords that one registrar has proposed, and another is to approve. */
@ApplicationScoped
class LoginResetsToApprove implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String LOGIN_RESET_TO_APPROVE = """
            select member_id as id, proposed_at as since from login_reset_proposal
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    LoginResetsToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("LOGIN_RESET_TO_APPROVE", ROLE, LOGIN_RESET_TO_APPROVE, Map.of("person", person)));
    }
}
