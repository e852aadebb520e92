package coop.parasol.quality.batch.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a producer may correct or withdraw what it has reported, before the sample is drawn (bylaw {@code batchCorrectionMinutes}). */
public final class CorrectionTime {

    /**
     * A report that quality hears of late, as after an outage, is followed by what its producer has changed meanwhile: so long it is
     * waited for that, too.
     */
    public static final Duration TIME_TO_HEAR_OF_CHANGES = Duration.ofMinutes(1);

    private CorrectionTime() {}

    /**
     * From when on the sample may be drawn; empty for at once.
     *
     * @param reportedAt when the producer has reported the batch
     * @param heardAt when quality heard of it
     * @param minutes of the bylaws that were in force when it was reported; 0 for no time to correct
     */
    public static Optional<Instant> sampleDue(Instant reportedAt, Instant heardAt, int minutes) {
        if (minutes == 0) {
            return Optional.empty();
        }
        Instant over = reportedAt.plus(Duration.ofMinutes(minutes));
        Instant heard = heardAt.plus(TIME_TO_HEAR_OF_CHANGES);
        return Optional.of(over.isAfter(heard) ? over : heard);
    }
}
