package coop.parasol.membership.member;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Firms that wait for their admission; those whose address is still to be confirmed wait for themselves. */
@ApplicationScoped
class ApplicationsToDecide implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String APPLICATION_TO_DECIDE = """
        select id, applied_at as since from member
         where state = 'APPLIED' and (not confirmation_asked or email_confirmed_at is not null)
        """;

    private final WaitingRows rows;

    ApplicationsToDecide(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("APPLICATION_TO_DECIDE", ROLE, APPLICATION_TO_DECIDE, Map.of()));
    }
}
