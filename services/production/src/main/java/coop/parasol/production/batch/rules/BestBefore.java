package coop.parasol.production.batch.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The best-before date of a batch: as its producer states it, but not later than the shelf life of the standard allows. */
public final class BestBefore {

    /** Goods that keep for longer have no date. */
    private static final int MAX_YEARS = 100;

    private BestBefore() {}

    /**
     * The last day on which a batch may be sold.
     *
     * @param statedDate by the producer; absent for the latest day that the standard allows
     * @param shelfLifeDays of the standard, counted from the day of making; absent where the goods do not age
     * @return empty if the producer states a day before the goods were made, after their shelf life or, where they do not age,
     *     in more than 100 years
     */
    public static Optional<Outcome> decide(
            LocalDate madeOn, @Nullable LocalDate statedDate, @Nullable Integer shelfLifeDays) {
        LocalDate latest = shelfLifeDays == null ? madeOn.plusYears(MAX_YEARS) : madeOn.plusDays(shelfLifeDays);
        LocalDate byStandard = shelfLifeDays == null ? null : latest;
        LocalDate date = statedDate == null ? byStandard : statedDate;
        boolean possible = date == null || (!date.isBefore(madeOn) && !date.isAfter(latest));
        return possible ? Optional.of(new Outcome(date)) : Optional.empty();
    }

    /** @param date absent where the goods do not age */
    public record Outcome(@Nullable LocalDate date) {}
}
