package coop.parasol.membership.exit;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What one registrar has proposed of an exit or a bank account, and another is to approve. */
@ApplicationScoped
class ExitProposalsToApprove implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String EXIT_REVERSAL_TO_APPROVE = """
            select id, reversal_proposed_at as since from exit_case
             where reversal_proposed_by <> :person and reversal_approved_by is null
            """;

    private static final String BANK_ACCOUNT_TO_APPROVE = """
            select member_id as id, proposed_at as since from bank_account_proposal
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final Jdbi jdbi;

    ExitProposalsToApprove(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                waiting("EXIT_REVERSAL_TO_APPROVE", EXIT_REVERSAL_TO_APPROVE, Map.of("person", person)),
                waiting("BANK_ACCOUNT_TO_APPROVE", BANK_ACCOUNT_TO_APPROVE, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
