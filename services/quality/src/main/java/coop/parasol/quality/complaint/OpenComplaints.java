package coop.parasol.quality.complaint;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Complaints of partners that are not answered. */
@Singleton
class OpenComplaints extends WaitingKind {

    OpenComplaints(WaitingRows rows) {
        super(rows, "COMPLAINT_TO_DECIDE", "quality-desk", """
                select id, reported_at as since from complaint where state = 'OPEN'
                """);
    }
}
