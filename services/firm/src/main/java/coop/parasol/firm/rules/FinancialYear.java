package coop.parasol.firm.rules;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A year of the firm's books and document numbers.
 *
 * @param firstDay on which it begins
 */
public record FinancialYear(LocalDate firstDay) {

    private static final int CENTURY = 100;
    private static final int FOUR_DIGITS = 4;

    /** The financial year in which a day falls. */
    public static FinancialYear of(LocalDate day, MonthDay begin) {
        LocalDate thisYears = begin.atYear(day.getYear());
        return new FinancialYear(day.isBefore(thisYears) ? begin.atYear(day.getYear() - 1) : thisYears);
    }

    /** The last day that belongs to it. */
    public LocalDate lastDay() {
        return firstDay.plusYears(1).minusDays(1);
    }

    /** {@code 2026} where it is the calendar year, else {@code 26-27}: for numbers of documents. */
    public String shortLabel() {
        String label = label();
        return label.length() == FOUR_DIGITS ? label : label.substring(2);
    }

    /** {@code 2026} where it is the calendar year, else {@code 2026-27}. */
    public String label() {
        int year = firstDay.getYear();
        return firstDay.getDayOfYear() == 1
                ? "%04d".formatted(year)
                : "%04d-%02d".formatted(year, (year + 1) % CENTURY);
    }
}
