package coop.parasol.production.batch.rules;

import java.time.LocalDate;

/** On which day a reported batch can have been made. */
public final class ProductionDate {

    /** A batch is reported in the week in which it is made. */
    public static final int REPORTING_DAYS = 7;

    private ProductionDate() {}

    /** Whether a batch that is reported today can have been made on a day: not in the future, and at most 7 days ago. */
    public static boolean isPossible(LocalDate madeOn, LocalDate today) {
        return !madeOn.isAfter(today) && !madeOn.isBefore(today.minusDays(REPORTING_DAYS));
    }
}
