package coop.parasol.distribution.forecast.rules;

import coop.parasol.contracts.Period;
import java.time.LocalDate;

/** Until which day of the firm a partner changes what it forecasts for a week: so many days before its Monday, that day included. */
public final class ForecastDeadline {

    private ForecastDeadline() {}

    /** @param days before the Monday of the week, by the bylaws */
    public static LocalDate lastDay(Period week, int days) {
        return week.monday().minusDays(days);
    }

    /**
     * The first week whose forecast may be changed.
     *
     * @param today the firm's day
     * @param days before the Monday of a week, by the bylaws
     */
    public static Period firstOpen(LocalDate today, int days) {
        LocalDate earliestMonday = today.plusDays(days);
        Period week = Period.of(earliestMonday);
        return week.monday().isBefore(earliestMonday) ? Period.of(week.monday().plusWeeks(1)) : week;
    }
}
