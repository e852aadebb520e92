package coop.parasol.membership.exit.rules;

import java.time.LocalDate;

/**
 * The bylaws' yearly cap on what is paid to leaving members. It delays and never refuses: who asked first is paid first,
 * what is above a year's cap waits for the next year, and what is larger than a whole year's cap is paid over the years.
 * Amounts in minor units.
 */
public final class RedemptionCap {

    private RedemptionCap() {}

    /**
     * What may be paid in a year.
     *
     * @param equity of the firm now, in minor units
     * @param settlements what was valued for members that are not wholly paid yet; counted in, so that leaving does not
     *     shrink the room of those who leave
     * @param basisPoints of it; all of it is no cap
     * @return minor units, at least one so that everyone is paid some day
     */
    public static long of(long equity, long settlements, int basisPoints) {
        return basisPoints >= ExitTerms.ALL
                ? Long.MAX_VALUE
                : Math.max(1, ExitSettlement.part(Math.max(0, Math.addExact(equity, settlements)), basisPoints));
    }

    /** How much of an amount may be paid now; the remainder waits for the next year. */
    public static long payableNow(long amount, long cap, long usedThisYear) {
        return Math.max(0, Math.min(amount, cap - usedThisYear));
    }

    /** The first day on which what is above today's cap may be paid. */
    public static LocalDate nextYear(LocalDate today) {
        return LocalDate.of(today.getYear() + 1, 1, 1);
    }
}
