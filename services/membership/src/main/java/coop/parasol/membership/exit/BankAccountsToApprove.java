package coop.parasol.membership.exit;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Bank accounts that one person has proposed, and another, registrar or treasurer, is to approve. */
@Singleton
class BankAccountsToApprove extends WaitingKind {

    BankAccountsToApprove(WaitingRows rows) {
        super(rows, "BANK_ACCOUNT_TO_APPROVE", Set.of("registrar", "treasurer"), """
                select member_id as id, proposed_at as since from bank_account_proposal
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
