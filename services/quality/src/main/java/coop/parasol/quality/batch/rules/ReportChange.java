package coop.parasol.quality.batch.rules;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;

/** Whether a producer may still change what it has reported of a batch. */
public final class ReportChange {

    private ReportChange() {}

    /**
     * What a producer is answered that wants to correct or withdraw its report.
     *
     * @param waits whether the batch waits for the end of the time to correct it, for a standard, or for its series to be inspected again
     * @param sampleDrawn whether it has, or ever had, a sample: also one that is held since
     * @param suspended whether the quality desk has suspended it
     */
    public static BatchChangeAnswer answer(boolean waits, boolean sampleDrawn, boolean suspended) {
        if (sampleDrawn) {
            return BatchChangeAnswer.SAMPLE_DRAWN;
        }
        if (!waits) {
            return BatchChangeAnswer.SCRAPPED;
        }
        return suspended ? BatchChangeAnswer.SUSPENDED : BatchChangeAnswer.ACCEPTED;
    }
}
