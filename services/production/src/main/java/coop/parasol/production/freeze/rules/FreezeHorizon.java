package coop.parasol.production.freeze.rules;

import coop.parasol.contracts.Period;
import java.time.LocalDate;

/**
 * The frozen zone of a production plan (master production scheduling: the demand time fence): the present ISO week and some after
 * it, in which no commitment is made, changed or released. Weeks are those of the firm's time zone.
 */
public final class FreezeHorizon {

    /** Nobody plans further ahead than two years, as no partner forecasts or orders further. */
    public static final int MAX_WEEKS_AHEAD = 104;

    private FreezeHorizon() {}

    /** What may be done with commitments for a week. */
    public enum WeekState {
        /** It is over: nothing is committed or changed; what was not made of it may be released. */
        OVER,
        /** It is inside the horizon: nothing is committed, changed or released. */
        FROZEN,
        /** Commitments for it are made, changed and released. */
        OPEN
    }

    /**
     * The last frozen week.
     *
     * @param today the firm's day
     * @param weeks that are frozen, the present one included; with 0 only weeks that are over are
     */
    public static Period lastFrozen(LocalDate today, int weeks) {
        return Period.of(today.plusWeeks(weeks - 1L));
    }

    /**
     * The state of a week.
     *
     * @param today the firm's day
     * @param lastFrozen week
     */
    public static WeekState stateOf(Period week, LocalDate today, Period lastFrozen) {
        if (week.compareTo(Period.of(today)) < 0) {
            return WeekState.OVER;
        }
        return week.compareTo(lastFrozen) <= 0 ? WeekState.FROZEN : WeekState.OPEN;
    }
}
