package coop.parasol.distribution.invoice.rules;

/** The number of an invoice: {@code INV-2026-000001}, counted within a year from 1, without gaps. */
public final class InvoiceNumber {

    private InvoiceNumber() {}

    public static String of(int year, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("invoices are counted from 1, not " + count);
        }
        return "INV-%04d-%06d".formatted(year, count);
    }
}
