package coop.parasol.membership.exit;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Reversals of a termination that one person has proposed, and another registrar is to approve. */
@Singleton
class ReversalsToApprove extends WaitingKind {

    ReversalsToApprove(WaitingRows rows) {
        super(rows, "EXIT_REVERSAL_TO_APPROVE", "registrar", """
                select id, reversal_proposed_at as since from exit_case
                 where reversal_proposed_by <> :person and reversal_approved_by is null
                """);
    }
}
