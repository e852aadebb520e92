package coop.parasol.production;

import coop.parasol.contracts.Period;
import coop.parasol.web.Problem;

/** ISO weeks in addresses. */
public final class Weeks {

    private Weeks() {}

    /** 400 {@code malformed-field} unless it is a week such as {@code 2026-W48}. */
    public static Period parse(String text) {
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("period", "malformed-field", "A period is an ISO week such as 2026-W48.");
        }
    }
}
