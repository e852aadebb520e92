package coop.parasol.distribution.invoice.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of an invoice: {@code INV-2026-000001}, or {@code INV-26-27-000001} where the financial year is not
 * the calendar year; counted within a financial year from 1, without gaps. At most 16 characters, as India asks (CGST Rules 46). */
public final class InvoiceNumber {

    private static final int MAX_LENGTH = 16;
    private static final Pattern NUMBER = Pattern.compile("INV-(?:(\\d{4})|(\\d{2})-\\d{2})-(\\d{6})");
    private static final int CENTURY = 2000;

    private InvoiceNumber() {}

    /**
     * What a number says.
     *
     * @param firstYear calendar year in which the financial year begins
     * @param count of the invoice within it
     */
    public record Parts(int firstYear, int count) {}

    /**
     * Reads a number.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Parts parse(String number) {
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(number + " is no number of an invoice");
        }
        int firstYear = matcher.group(1) != null
                ? Integer.parseInt(matcher.group(1))
                : CENTURY + Integer.parseInt(matcher.group(2));
        return new Parts(firstYear, Integer.parseInt(matcher.group(3)));
    }

    /**
     * The number of an invoice.
     *
     * @param year of the firm's books, four digits or two and two
     * @throws IllegalArgumentException if the count is none, or the number would be too long
     */
    public static String of(String year, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("invoices are counted from 1, not " + count);
        }
        String number = "INV-%s-%06d".formatted(year, count);
        if (number.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a year has at most 999,999 invoices, and " + year + " has used them up");
        }
        return number;
    }
}
