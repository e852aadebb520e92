package coop.parasol.quality.recall;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Recalls that one person of the desk has proposed, and another is to approve. */
@Singleton
class RecallsToApprove extends WaitingKind {

    RecallsToApprove(WaitingRows rows) {
        super(rows, "RECALL_TO_APPROVE", "quality-desk", """
                select id, proposed_at as since from recall where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
