package coop.parasol.membership.erasure.rules;

import java.time.LocalDate;
import java.util.Optional;

/** When the data of a firm may be erased (GDPR, article 17; DPDP Act 2023, section 8 (7)). */
public final class ErasureRules {

    private ErasureRules() {}

    /** What stands against erasing, as a stable code. */
    public enum Objection {
        /** its application is not decided, or it is a member */
        NOT_LEFT,
        /** the firm owes it money, or it owes the firm: it has to be able to sign in and to be found */
        STILL_OWED,
        /** its goods are not all sold, paid and divided: money may still come to it */
        POOLS_OPEN
    }

    /**
     * What stands against erasing.
     *
     * @param isOver whether its application was refused, or its membership has ended and everything was paid
     * @param openPayables amounts that are not paid yet
     * @param openAccounts accounts of the books in which the member has a balance
     * @param poolsOpen whether its last pool is not closed
     */
    public static Optional<Objection> objection(
            boolean isOver, long openPayables, long openAccounts, boolean poolsOpen) {
        if (!isOver) {
            return Optional.of(Objection.NOT_LEFT);
        }
        if (openPayables > 0 || openAccounts > 0) {
            return Optional.of(Objection.STILL_OWED);
        }
        return poolsOpen ? Optional.of(Objection.POOLS_OPEN) : Optional.empty();
    }

    /**
     * The last day on which books and what they rest on are kept: so many years after the end of the financial year in which the
     * membership has ended (Companies Act 2013, section 128 (5): eight; section 147 of the German Abgabenordnung: eight to ten).
     *
     * @param lastDayOfYear of the financial year in which the membership has ended
     */
    public static LocalDate keptUntil(LocalDate lastDayOfYear, int years) {
        return lastDayOfYear.plusYears(years);
    }
}
