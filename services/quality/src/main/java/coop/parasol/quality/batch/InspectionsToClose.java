package coop.parasol.quality.batch;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Lots whose required inspections are submitted, while another auditor has found something. */
@Singleton
class InspectionsToClose extends WaitingKind {

    InspectionsToClose(WaitingRows rows) {
        super(rows, "INSPECTION_TO_CLOSE", "quality-desk", """
                select id, reported_at as since from batch where awaits_desk
                """);
    }
}
