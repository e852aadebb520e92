package coop.parasol.membership.books.close.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The limited return: what a period close pays in cash on each equal share, before the patronage bonus. It is decided for each close,
 * in basis points of the value of a share, and limited by the bylaws: closes together pay at most the cap ({@code limitedReturnCap})
 * in any twelve months. Capital in a cooperative gets a limited compensation, if any (International Cooperative Alliance, third
 * principle). What it comes to for each member: {@link SurplusAllocation}.
 */
public final class LimitedReturn {

    private LimitedReturn() {}

    /**
     * The limited return of an earlier close.
     *
     * @param basisPoints of the value of a share
     */
    public record Paid(LocalDate firstDay, LocalDate lastDay, int basisPoints) {}

    /**
     * The largest limited return that the bylaws allow a period. A return is earned evenly over the days of its period, and over the
     * twelve months that end with this one the returns together keep to the cap, however many closes there are; what lies before
     * counts in proportion. A period of more than a year may pay more, in proportion.
     *
     * @param cap basis points a year
     * @param earlier closes that have paid a limited return
     * @return basis points of the value of a share
     */
    public static int max(LocalDate firstDay, LocalDate lastDay, int cap, List<Paid> earlier) {
        LocalDate begin = lastDay.minusYears(1).plusDays(1);
        long left = cap;
        for (Paid paid : earlier) {
            LocalDate from = paid.firstDay().isBefore(begin) ? begin : paid.firstDay();
            long counted = Math.max(0, days(from, paid.lastDay()));
            left -= Math.ceilDiv(paid.basisPoints() * counted, days(paid.firstDay(), paid.lastDay()));
        }
        long whole = Math.max(days(begin, lastDay), days(firstDay, lastDay));
        return Math.toIntExact(Math.max(0, left) * whole / days(begin, lastDay));
    }

    /** Days of the period, its first and last included. */
    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
