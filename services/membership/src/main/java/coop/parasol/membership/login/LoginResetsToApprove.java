package coop.parasol.membership.login;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** New passwords that one registrar has proposed, and another is to approve. */
@Singleton
class LoginResetsToApprove extends WaitingKind {

    LoginResetsToApprove(WaitingRows rows) {
        super(rows, "LOGIN_RESET_TO_APPROVE", "registrar", """
                select member_id as id, proposed_at as since from login_reset_proposal
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
