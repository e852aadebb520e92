package coop.parasol.membership.member;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Firms that wait for their admission; those whose address is still to be confirmed wait for themselves. */
@Singleton
class ApplicationsToDecide extends WaitingKind {

    ApplicationsToDecide(WaitingRows rows) {
        super(rows, "APPLICATION_TO_DECIDE", "registrar", """
                select id, applied_at as since from member
                 where state = 'APPLIED' and (not confirmation_asked or email_confirmed_at is not null)
                """);
    }
}
