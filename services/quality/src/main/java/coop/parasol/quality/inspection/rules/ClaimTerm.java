package coop.parasol.quality.inspection.rules;

import java.time.LocalDate;

/** How long an auditor's claim of a lot holds: through the firm's day on which it is made and the bylaws' days after it. */
public final class ClaimTerm {

    private ClaimTerm() {}

    /**
     * The first day on which the claim does not hold any more.
     *
     * @param claimedOn the firm's day of the claim
     * @param days after it, at least 1
     */
    public static LocalDate lapsesOn(LocalDate claimedOn, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a claim holds for a day at least, not for " + days);
        }
        return claimedOn.plusDays(days + 1L);
    }
}
