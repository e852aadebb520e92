package coop.parasol.membership.books.close.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a period may be opened, closed and revolved. */
public final class PeriodRules {

    private static final int MOST_MONTHS = 18;

    private PeriodRules() {}

    /** What becomes of the wish. */
    public sealed interface Outcome permits Allowed, Refused {}

    /** @param firstDay the day after the last period */
    public record Allowed(LocalDate firstDay) implements Outcome {}

    /** @param field the field at fault, if one is */
    public record Refused(String code, @Nullable String field, String detail) implements Outcome {}

    /**
     * Periods follow one another without gap; the first one begins where the books begin, or before.
     *
     * @param firstDay as wished for; absent for the day after the last period
     * @param lastEnd last day of the last period, if there is one
     * @param began day of the first entry, if there is one
     */
    public static Outcome open(
            @Nullable LocalDate firstDay,
            LocalDate lastDay,
            @Nullable LocalDate lastEnd,
            @Nullable LocalDate began,
            LocalDate today) {
        LocalDate natural = lastEnd != null ? lastEnd.plusDays(1) : began != null ? began : today;
        LocalDate first = firstDay == null ? natural : firstDay;
        if (lastEnd != null && !first.equals(natural)) {
            return new Refused("not-consecutive", "firstDay", "The period begins on " + natural + ".");
        }
        if (lastEnd == null && first.isAfter(natural)) {
            return new Refused("not-consecutive", "firstDay", "The books begin on " + natural + ".");
        }
        if (lastDay.isBefore(first) || lastDay.isAfter(first.plusMonths(MOST_MONTHS))) {
            return new Refused("bad-length", "lastDay", "A period lasts from a day to " + MOST_MONTHS + " months.");
        }
        return new Allowed(first);
    }

    /**
     * What a close has paid on the shares.
     *
     * @param basisPoints of the value of a share
     */
    public record Returned(LocalDate firstDay, LocalDate lastDay, int basisPoints) {}

    /**
     * What of a year's cap is left for a period. A return is earned evenly over the days of its period, and over the twelve months
     * that end with this one the returns together keep to the cap, however many closes there are; what lies before counts in
     * proportion. A period of more than a year may pay more, in proportion.
     *
     * @param cap basis points a year
     * @param before earlier closes that have paid something
     */
    public static int returnLeft(LocalDate firstDay, LocalDate lastDay, int cap, List<Returned> before) {
        LocalDate begin = lastDay.minusYears(1).plusDays(1);
        long left = cap;
        for (Returned close : before) {
            LocalDate from = close.firstDay().isBefore(begin) ? begin : close.firstDay();
            long counted = Math.max(0, days(from, close.lastDay()));
            left -= Math.ceilDiv(close.basisPoints() * counted, days(close.firstDay(), close.lastDay()));
        }
        long whole = Math.max(days(begin, lastDay), days(firstDay, lastDay));
        return Math.toIntExact(Math.max(0, left) * whole / days(begin, lastDay));
    }

    /** Both counted. */
    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /**
     * @param decided limited return in basis points; absent for none
     * @param left what the bylaws' yearly cap leaves for this period
     */
    public static Outcome close(
            LocalDate firstDay, LocalDate lastDay, @Nullable Integer decided, int left, LocalDate today) {
        if (!today.isAfter(lastDay)) {
            return new Refused("not-over", null, "The period lasts until " + lastDay + ".");
        }
        if (decided != null && decided > left) {
            return new Refused(
                    "over-the-cap",
                    "limitedReturn",
                    "The bylaws' cap of a year leaves " + left + " basis points for this period.");
        }
        return new Allowed(firstDay);
    }

    /**
     * @param revolvesOn of the period
     * @param olderHeld whether capital of an older period is still held
     */
    public static Outcome revolve(LocalDate firstDay, LocalDate revolvesOn, boolean olderHeld, LocalDate today) {
        if (today.isBefore(revolvesOn)) {
            return new Refused("not-due", null, "The capital of this period revolves on " + revolvesOn + ".");
        }
        if (olderHeld) {
            return new Refused("oldest-first", null, "The capital of an older period revolves first.");
        }
        return new Allowed(firstDay);
    }
}
