package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.forecast.rules.ForecastRules;
import java.time.LocalDate;

/** For which weeks goods are ordered: the present one and those that can be planned, so that no order stands before all others. */
public final class WantedWeek {

    private WantedWeek() {}

    /** Whether goods may be ordered for a week. */
    public sealed interface Outcome {}

    /** They may. */
    public record Possible() implements Outcome {}

    /** The week is over. */
    public record Over() implements Outcome {}

    /** The week is too far ahead. */
    public record TooFar(Period lastWeek) implements Outcome {}

    /**
     * Decides about a week.
     *
     * @param today the firm's day
     */
    public static Outcome decide(Period week, LocalDate today) {
        if (week.compareTo(Period.of(today)) < 0) {
            return new Over();
        }
        Period lastWeek = Period.of(today.plusWeeks(ForecastRules.MAX_WEEKS_AHEAD));
        return week.compareTo(lastWeek) > 0 ? new TooFar(lastWeek) : new Possible();
    }
}
