package coop.parasol.membership.exit;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What one person has proposed of an exit or a bank account, and a registrar is to approve. */
@ApplicationScoped
class ExitProposalsToApprove implements WaitingWork {

    private static final String ROLE = "registrar";

    private static final String EXIT_REVERSAL_TO_APPROVE = """
            select id, reversal_proposed_at as since from exit_case
             where reversal_proposed_by <> :person and reversal_approved_by is null
            """;

    static final String BANK_ACCOUNT = "BANK_ACCOUNT_TO_APPROVE";

    static final String BANK_ACCOUNT_TO_APPROVE = """
            select member_id as id, proposed_at as since from bank_account_proposal
             where state = 'PROPOSED' and proposed_by <> :person
            """;

    private final WaitingRows rows;

    ExitProposalsToApprove(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("EXIT_REVERSAL_TO_APPROVE", ROLE, EXIT_REVERSAL_TO_APPROVE, Map.of("person", person)),
                rows.waiting(BANK_ACCOUNT, ROLE, BANK_ACCOUNT_TO_APPROVE, Map.of("person", person)));
    }
}
