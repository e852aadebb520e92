package coop.parasol.quality.instrument.rules;

import java.time.LocalDate;
import java.util.Collection;

/**
 * A calibration of an instrument (ISO 10012 7.1): what is measured from the day on which it was done to its last day, both
 * included, is valid.
 *
 * @param calibratedOn a day of the firm
 * @param validThrough the last day, not before
 */
public record Calibration(LocalDate calibratedOn, LocalDate validThrough) {

    /** @throws IllegalArgumentException if the last day is before the first */
    public Calibration {
        if (validThrough.isBefore(calibratedOn)) {
            throw new IllegalArgumentException("a calibration of " + calibratedOn + " ends on " + validThrough);
        }
    }

    /** Whether what is measured on a day is valid. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(calibratedOn) && !day.isAfter(validThrough);
    }

    /** Whether one of an instrument's calibrations covers a day: between two of them it may not be used. */
    public static boolean anyCovers(Collection<Calibration> calibrations, LocalDate day) {
        return calibrations.stream().anyMatch(calibration -> calibration.covers(day));
    }
}
