package coop.parasol.production.batch.rules;

import java.time.LocalDate;

/** On which day a reported batch can have been made. */
public final class ProductionDate {

    private static final int MAX_AGE_YEARS = 50;

    private ProductionDate() {}

    /**
     * Whether a batch that is reported today can have been made on a day: not in the future, and at most 50 years ago. Tomorrow
     * is taken too, for it may have begun where the producer is.
     */
    public static boolean isPossible(LocalDate madeOn, LocalDate today) {
        return !madeOn.isAfter(today.plusDays(1)) && !madeOn.isBefore(today.minusYears(MAX_AGE_YEARS));
    }
}
