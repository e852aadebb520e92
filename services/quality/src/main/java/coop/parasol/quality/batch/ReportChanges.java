package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.quality.batch.rules.ReportChange;

/** Until when a producer changes what it has reported of a batch, and adds to it. */
public final class ReportChanges {

    private ReportChanges() {}

    /** @param batch locked with its series, so that no sample of it is drawn meanwhile */
    public static BatchChangeAnswer answer(Batch batch) {
        boolean waits = switch (batch.state) {
            case REPORTED, WAITING_FOR_STANDARD, HELD -> true;
            case WITHDRAWN, SAMPLED, CERTIFIED, REJECTED, REWORKED, SCRAPPED, SUSPENDED, RECALLED, EXPIRED -> false;
        };
        return ReportChange.answer(waits, batch.seed != null, batch.suspendedBy != null);
    }
}
