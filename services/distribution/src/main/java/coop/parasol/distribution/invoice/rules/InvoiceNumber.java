package coop.parasol.distribution.invoice.rules;

/** The number of an invoice: {@code INV-2026-000001}, or {@code INV-26-27-000001} where the financial year is not
 * the calendar year; counted within a financial year from 1, without gaps. At most 16 characters, as India asks (CGST Rules 46). */
public final class InvoiceNumber {

    private static final int MAX_LENGTH = 16;

    private InvoiceNumber() {}

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
