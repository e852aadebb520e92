package coop.parasol.local.statement;

import coop.parasol.local.ledger.CanonicalForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a payout statement, as {@code docs/payout-statement.md} describes them, or those of one closed pool in it.
 *
 * @param prefix of the sections: none for the settlement's own pool, {@code late-} for a closed one
 */
record StatementRows(List<CSVRecord> rows, String prefix) {

    static final String FORMAT = "parasol-payout-statement-1";

    static final List<String> COLUMNS = List.of(
            "section",
            "name",
            "text",
            "quantity",
            "unit",
            "factor",
            "equivalents",
            "basis_points",
            "amount",
            "currency");

    private static final String LATE = "late-";
    private static final String LATE_POOL = LATE + "pool";
    private static final String LATE_PRODUCER = LATE + "producer";
    private static final Set<String> FIGURES =
            Set.of("pool", "cost", "grade", LATE_POOL, LATE + "cost", LATE + "grade");
    private static final Set<String> ONCE = Set.of("producer", LATE_PRODUCER, "line", "advance");
    private static final int MAX_ROWS = 10_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @throws IOException if it is no such file */
    static StatementRows read(Reader file) throws IOException {
        try (BufferedReader text = new BufferedReader(file)) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            try (var parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)) {
                if (!parser.getHeaderNames().equals(COLUMNS)) {
                    throw new IOException("its columns are not " + String.join(",", COLUMNS));
                }
                List<CSVRecord> rows = parser.stream().limit(MAX_ROWS + 1).toList();
                if (rows.size() > MAX_ROWS) {
                    throw new IOException("it has more than " + MAX_ROWS + " rows");
                }
                for (CSVRecord row : rows) {
                    if (!row.isConsistent()) {
                        throw new IOException(
                                "line " + (row.getRecordNumber() + 1) + " has not " + COLUMNS.size() + " cells");
                    }
                }
                return new StatementRows(rows, "");
            } catch (IllegalArgumentException | UncheckedIOException e) {
                throw new IOException("it is no table: " + e.getMessage(), e);
            }
        }
    }

    /** How many different texts a column has; cells in which nothing stands do not count. */
    long differing(String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .count();
    }

    /** Rows that say again who the producer is, or of which closed pool the rows behind them are, or which grade or advance is paid. */
    Stream<CSVRecord> repeated() {
        Set<List<String>> said = new HashSet<>();
        return rows.stream()
                .filter(row -> ONCE.contains(row.get("section")))
                .filter(row -> !said.add(List.of(
                        row.get("section"),
                        row.get("name"),
                        row.get("section").equals(LATE_PRODUCER) ? row.get("text") : "")));
    }

    Stream<CSVRecord> of(String section) {
        return rows.stream().filter(row -> row.get("section").equals(prefix + section));
    }

    /**
     * The closed pools of which the statement divides what came in late, each with its figures and the producer's part of it.
     *
     * @throws IOException if a row belongs to none
     */
    List<StatementRows> closedPools() throws IOException {
        Map<String, List<CSVRecord>> pools = new LinkedHashMap<>();
        @Nullable List<CSVRecord> current = null;
        for (CSVRecord row : rows) {
            String section = row.get("section");
            if (section.equals(LATE_POOL) && row.get("name").equals("pool")) {
                current = new ArrayList<>();
                if (pools.put(row.get("text"), current) != null) {
                    throw new IOException(place(row) + "the pool occurs twice");
                }
            } else if (section.equals(LATE_PRODUCER)) {
                current = pools.get(row.get("text"));
            } else if (section.startsWith(LATE)) {
                if (current == null) {
                    throw new IOException(place(row) + "it belongs to no closed pool");
                }
                current.add(row);
            } else {
                current = null;
            }
        }
        return pools.values().stream()
                .map(each -> new StatementRows(each, LATE))
                .toList();
    }

    /** @throws IOException if there is none, or several */
    CSVRecord only(String section, String name) throws IOException {
        List<CSVRecord> found =
                of(section).filter(row -> row.get("name").equals(name)).toList();
        if (found.size() != 1) {
            throw new IOException("it has " + found.size() + " rows " + section + "," + name + " and not one");
        }
        return found.getFirst();
    }

    String text(String section, String name) throws IOException {
        return only(section, name).get("text");
    }

    /** The amount of the only row of that name, in minor units. */
    long amount(String section, String name) throws IOException {
        return amount(only(section, name));
    }

    /** A row's amount in minor units of its currency. */
    long amount(CSVRecord row) throws IOException {
        int digits;
        try {
            digits = Math.max(0, Currency.getInstance(row.get("currency")).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new IOException(place(row) + "there is no currency " + row.get("currency"), e);
        }
        try {
            return number(row, "amount")
                    .setScale(digits, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IOException(place(row) + "the amount is none of the currency", e);
        }
    }

    static BigDecimal number(CSVRecord row, String column) throws IOException {
        String text = row.get(column);
        if (!isNumber(text)) {
            throw new IOException(place(row) + column + " is no number");
        }
        return new BigDecimal(text);
    }

    static boolean isNumber(String text) {
        return text.matches("-?\\d{1,40}(\\.\\d{1,40})?");
    }

    /** A whole number that stands as the text of the only row of that name. */
    long count(String section, String name) throws IOException {
        CSVRecord row = only(section, name);
        if (!row.get("text").matches("\\d{1,9}")) {
            throw new IOException(place(row) + "text is no whole number");
        }
        return Long.parseLong(row.get("text"));
    }

    static String place(CSVRecord row) {
        return "line " + (row.getRecordNumber() + 1) + " (" + row.get("section") + " " + row.get("name") + "): ";
    }

    /** SHA-256 of the rows that are the same for every producer of the pool, hexadecimal. */
    String digest() {
        CanonicalForm figures = new CanonicalForm(FORMAT);
        rows.stream().filter(row -> FIGURES.contains(row.get("section"))).forEach(row -> row.forEach(figures::add));
        return figures.digest();
    }
}
