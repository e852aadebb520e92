package coop.parasol.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as RFC 4180 has it. Text that a spreadsheet would take for a formula (CWE-1236) gets an apostrophe before
 * it; numbers keep their sign.
 */
public final class CsvWriter implements Closeable {

    /** Those that spreadsheets know, in their full width too, which some take for the same. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final CSVPrinter printer;

    /** @throws UncheckedIOException if the target cannot be written to */
    public CsvWriter(Appendable target) {
        try {
            printer = new CSVPrinter(target, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table as one text, the header first. */
    public static String write(List<? extends List<? extends @Nullable Object>> rows) {
        StringBuilder text = new StringBuilder();
        CsvWriter writer = new CsvWriter(text);
        rows.forEach(writer::row);
        return text.toString();
    }

    /** One row. Strings are guarded against formulas, decimals have no exponent; others are written as their {@code toString}; null is empty. */
    public void row(List<? extends @Nullable Object> cells) {
        try {
            printer.printRecord(cells.stream().map(CsvWriter::guarded).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row of the values. */
    public void row(@Nullable Object... cells) {
        row(Arrays.asList(cells));
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    /** A text with an apostrophe before it if a spreadsheet would run it, a decimal without an exponent; others as they are. */
    public static @Nullable Object guarded(@Nullable Object cell) {
        return switch (cell) {
            case String text when !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 -> "'" + text;
            case BigDecimal number -> number.toPlainString();
            case null, default -> cell;
        };
    }
}
