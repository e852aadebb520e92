package coop.parasol.web;

import coop.parasol.contracts.Period;

/** An ISO week (ISO 8601) as a path or query parameter. */
public final class WeekParameter {

    private WeekParameter() {}

    /**
     * Reads a week such as {@code 2026-W48}; 400 {@code malformed-field} if it is none.
     *
     * @param name of the parameter, for the problem document
     */
    public static Period parse(String name, String text) {
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.malformed(name, "malformed-field", "A period is an ISO week such as 2026-W48.");
        }
    }
}
