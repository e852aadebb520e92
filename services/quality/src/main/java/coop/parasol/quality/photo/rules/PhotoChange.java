package coop.parasol.quality.photo.rules;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;

/** Whether a producer may add a photo to a batch or remove one: as long as it may correct its report, and no more than six. */
public final class PhotoChange {

    /** Photos of a batch at a time. */
    public static final int MAX_PHOTOS = 6;

    /** Including those that were removed: a row of each stays. */
    public static final int MAX_PHOTOS_EVER = 5 * MAX_PHOTOS;

    private PhotoChange() {}

    /** What a producer is answered. */
    public enum Answer {
        ACCEPTED,
        SAMPLE_DRAWN,
        SUSPENDED,
        CLOSED,
        TOO_MANY
    }

    /**
     * To add one more.
     *
     * @param report what a correction of the report would be answered
     * @param present photos that the batch has
     * @param ever the same and those that were removed
     */
    public static Answer add(BatchChangeAnswer report, long present, long ever) {
        Answer open = remove(report);
        return open == Answer.ACCEPTED && (present >= MAX_PHOTOS || ever >= MAX_PHOTOS_EVER) ? Answer.TOO_MANY : open;
    }

    /**
     * To remove one.
     *
     * @param report what a correction of the report would be answered
     */
    public static Answer remove(BatchChangeAnswer report) {
        return switch (report) {
            case ACCEPTED -> Answer.ACCEPTED;
            case SAMPLE_DRAWN -> Answer.SAMPLE_DRAWN;
            case SUSPENDED -> Answer.SUSPENDED;
            case SCRAPPED -> Answer.CLOSED;
        };
    }
}
