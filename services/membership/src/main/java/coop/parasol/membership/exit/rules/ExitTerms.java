package coop.parasol.membership.exit.rules;

import java.time.Period;

/**
 * What the bylaws say about paying a leaving member.
 *
 * @param instalments how many, at least one; the first on the day of the valuation
 * @param interval from one instalment to the next
 * @param holdbackShare basis points of the claim that are held back
 * @param holdbackMonths how long, from the valuation
 */
public record ExitTerms(int instalments, Period interval, int holdbackShare, int holdbackMonths) {

    public static final int ALL = 10_000;

    /** @throws IllegalArgumentException if the bylaws make no sense */
    public ExitTerms {
        if (instalments < 1
                || interval.isNegative()
                || holdbackMonths < 0
                || holdbackShare < 0
                || holdbackShare > ALL) {
            throw new IllegalArgumentException("%d instalments every %s, %d basis points held back for %d months"
                    .formatted(instalments, interval, holdbackShare, holdbackMonths));
        }
    }
}
