package coop.parasol.quality.release;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Releases of rejected lots that one person of the desk has proposed, and another is to approve. */
@Singleton
class ReleasesToApprove extends WaitingKind {

    ReleasesToApprove(WaitingRows rows) {
        super(rows, "RELEASE_TO_APPROVE", "quality-desk", """
                select id, proposed_at as since from lot_release where state = 'PROPOSED' and proposed_by <> :person
                """);
    }
}
