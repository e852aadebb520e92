package coop.parasol.quality.standard;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Standards that one person of the desk has drafted, and another is to publish. */
@Singleton
class StandardsToPublish extends WaitingKind {

    StandardsToPublish(WaitingRows rows) {
        super(rows, "STANDARD_TO_PUBLISH", "quality-desk", """
                select id, drafted_at as since from standard_draft where state = 'DRAFT' and drafted_by <> :person
                """);
    }
}
