package coop.parasol.membership.exit.rules;

import java.time.LocalDate;

/**
 * How long a membership goes on for the pools: a leaving member that is paid stays until the statement of the last pool in which it
 * has receipts, at latest the bylaws' months after the valuation. What comes later still reaches its account.
 */
public final class LastStatement {

    private LastStatement() {}

    /** The last day on which the statement is waited for. */
    public static LocalDate waitedForUntil(LocalDate valuedOn, int months) {
        return valuedOn.plusMonths(months);
    }

    /**
     * Whether the membership ends.
     *
     * @param awaitsStatement whether the member has receipts in a pool whose statement is still to come
     * @param until the last day on which it is waited for
     */
    public static boolean isOver(boolean awaitsStatement, LocalDate until, LocalDate today) {
        return !awaitsStatement || today.isAfter(until);
    }
}
