package coop.parasol.membership.books.manualentry;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Entries that one treasurer has proposed, and another is to approve. */
@Singleton
class ManualEntriesToApprove extends WaitingKind {

    ManualEntriesToApprove(WaitingRows rows) {
        super(rows, "MANUAL_ENTRY_TO_APPROVE", "treasurer", """
                select id, proposed_at as since from manual_entry
                 where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
