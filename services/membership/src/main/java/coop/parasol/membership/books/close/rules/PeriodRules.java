package coop.parasol.membership.books.close.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a financial period may be opened and closed, and when its patronage capital may be revolved. */
public final class PeriodRules {

    private static final int MAX_MONTHS = 18;

    private PeriodRules() {}

    /** Whether the period may be opened, or its close proposed. */
    public sealed interface Outcome permits Allowed, Refused {}

    /** @param firstDay the day after the last period */
    public record Allowed(LocalDate firstDay) implements Outcome {}

    /** @param field the field at fault, if one is */
    public record Refused(String code, @Nullable String field, String detail) implements Outcome {}

    /**
     * Periods follow one another without gap; the first one begins where the books begin, or before.
     *
     * @param firstDay as requested; absent for the day after the last period
     * @param lastEnd last day of the last period, if there is one
     * @param firstBookedDay day of the first entry, if there is one
     */
    public static Outcome open(
            @Nullable LocalDate firstDay,
            LocalDate lastDay,
            @Nullable LocalDate lastEnd,
            @Nullable LocalDate firstBookedDay,
            LocalDate today) {
        LocalDate natural = lastEnd != null ? lastEnd.plusDays(1) : firstBookedDay != null ? firstBookedDay : today;
        LocalDate first = firstDay == null ? natural : firstDay;
        if (lastEnd != null && !first.equals(natural)) {
            return new Refused("not-consecutive", "firstDay", "The period begins on " + natural + ".");
        }
        if (lastEnd == null && first.isAfter(natural)) {
            return new Refused("not-consecutive", "firstDay", "The books begin on " + natural + ".");
        }
        if (lastDay.isBefore(first) || lastDay.isAfter(first.plusMonths(MAX_MONTHS))) {
            return new Refused("bad-length", "lastDay", "A period lasts from a day to " + MAX_MONTHS + " months.");
        }
        return new Allowed(first);
    }

    /**
     * @param decided limited return in basis points; absent for none
     * @param maxReturn what the bylaws' yearly cap leaves for this period, basis points ({@link LimitedReturn#max})
     */
    public static Outcome close(
            LocalDate firstDay, LocalDate lastDay, @Nullable Integer decided, int maxReturn, LocalDate today) {
        if (!today.isAfter(lastDay)) {
            return new Refused("not-over", null, "The period lasts until " + lastDay + ".");
        }
        if (decided != null && decided > maxReturn) {
            return new Refused(
                    "limited-return-above-cap",
                    "limitedReturnRate",
                    "The limited return is over the bylaws' yearly cap, which leaves "
                            + BigDecimal.valueOf(maxReturn, 2).toPlainString() + " % for this period.");
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
