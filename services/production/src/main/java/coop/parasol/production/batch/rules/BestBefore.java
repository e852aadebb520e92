package coop.parasol.production.batch.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best-before date of a batch: as its producer states it, but not later than the shelf life of the standard allows. Goods that
 * do not age have none: a stated one would only let them be sold before others'.
 */
public final class BestBefore {

    private BestBefore() {}

    /**
     * The last day on which a batch may be sold.
     *
     * @param statedDate by the producer; absent for the latest day that the standard allows
     * @param shelfLifeDays of the standard, counted from the day of making; absent where the goods do not age
     * @return empty if the producer states a day before the goods were made or after their shelf life, or any where they do not age
     */
    public static Optional<Outcome> decide(
            LocalDate madeOn, @Nullable LocalDate statedDate, @Nullable Integer shelfLifeDays) {
        if (shelfLifeDays == null) {
            return statedDate == null ? Optional.of(new Outcome(null)) : Optional.empty();
        }
        LocalDate latest = madeOn.plusDays(shelfLifeDays);
        LocalDate date = statedDate == null ? latest : statedDate;
        boolean possible = !date.isBefore(madeOn) && !date.isAfter(latest);
        return possible ? Optional.of(new Outcome(date)) : Optional.empty();
    }

    /** @param date absent where the goods do not age */
    public record Outcome(@Nullable LocalDate date) {}
}
