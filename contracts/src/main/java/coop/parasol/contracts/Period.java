package coop.parasol.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * An ISO week such as {@code 2026-W48}: the period of plans and pools.
 *
 * @param year week-based year, 1970 to 9999
 * @param week 1 to 52 or 53
 */
public record Period(int year, int week) implements Comparable<Period> {

    /** @throws IllegalArgumentException if the year has no such week */
    public Period {
        if (year < 1970 || year > 9999 || week < 1 || week > weeksOf(year)) {
            throw new IllegalArgumentException("period must be an ISO week such as 2026-W48");
        }
    }

    /** @throws IllegalArgumentException if the text is no ISO week */
    @JsonCreator
    public static Period parse(String text) {
        if (text == null || !text.matches("[0-9]{4}-W[0-9]{2}")) {
            throw new IllegalArgumentException("period must be an ISO week such as 2026-W48");
        }
        return new Period(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
    }

    /** As {@link #parse}, for JAX-RS, which reads path segments and query parameters with it. */
    public static Period fromString(String text) {
        return parse(text);
    }

    /** The week a day falls in. */
    public static Period of(LocalDate day) {
        return new Period(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The Monday the week begins with. */
    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(java.time.DayOfWeek.MONDAY);
    }

    @Override
    public int compareTo(Period other) {
        return monday().compareTo(other.monday());
    }

    @Override
    @JsonValue
    public String toString() {
        return "%04d-W%02d".formatted(year, week);
    }

    private static long weeksOf(int year) {
        return IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
    }
}
