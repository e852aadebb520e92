package coop.parasol.production.batch.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Until when a batch may be sold: as its producer says, but not longer than the standard's shelf life. */
public final class BestBefore {

    /** Nobody can say what is longer: what lasts for ever has no date. */
    private static final int MOST_YEARS = 100;

    private BestBefore() {}

    /**
     * The last day of sale, absent where goods do not age.
     *
     * @param wanted as the producer says; absent for the longest the standard allows
     * @param shelfLifeDays of the standard; absent where goods do not age
     * @return empty if the producer says later than the standard allows or in more than 100 years, or earlier than the goods
     *     were made
     */
    public static Optional<Outcome> decide(
            LocalDate madeOn, @Nullable LocalDate wanted, @Nullable Integer shelfLifeDays) {
        LocalDate latest = shelfLifeDays == null ? madeOn.plusYears(MOST_YEARS) : madeOn.plusDays(shelfLifeDays);
        LocalDate longest = shelfLifeDays == null ? null : latest;
        LocalDate date = wanted == null ? longest : wanted;
        boolean possible = date == null || (!date.isBefore(madeOn) && !date.isAfter(latest));
        return possible ? Optional.of(new Outcome(date)) : Optional.empty();
    }

    /** @param date absent where goods do not age */
    public record Outcome(@Nullable LocalDate date) {}
}
