package coop.parasol.local.orders;

import coop.parasol.local.servers.OperatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A wholesaler's order file (CSV with a header line), read as a stream as often as needed and never held whole in memory. */
final class OrderFile {

    private static final int MAX_LINES_BEFORE_HEADER = 20;
    private static final int COLUMNS_OF_A_HEADER = 4;
    private static final DatePattern ANY_DATE = new DatePattern("u-M-d");
    private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.)", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final CsvDialect dialect;
    private final Map<OrderFileColumn, Integer> columns;
    private final Header header;
    private final CountryCodes countries;

    private OrderFile(
            Path file,
            CsvDialect dialect,
            Map<OrderFileColumn, Integer> columns,
            Header header,
            CountryCodes countries) {
        this.file = file;
        this.dialect = dialect;
        this.columns = columns;
        this.header = header;
        this.countries = countries;
    }

    /**
     * The names of the columns.
     *
     * @param line on which they stand; a title or {@code sep=;} may stand before
     */
    private record Header(int line, char delimiter, List<String> names) {}

    /** The format as the command line states it; what is null is detected. */
    record FormatOptions(
            @Nullable Character delimiter,
            @Nullable Character decimal,
            @Nullable String dates,
            @Nullable Charset charset,
            @Nullable String country) {}

    /** Receives every record once, in the order of the file. */
    interface RowHandler {
        void row(OrderRow row, CSVRecord csv);

        /** @param order the number of the order that the row says it is of; empty if it says none */
        void rejected(long line, String reason, CSVRecord csv, String order);
    }

    /**
     * Detects the format from the header and all rows.
     *
     * @throws OperatorException if the file cannot be read, is empty or lacks a column, or if it does not say, or says in two
     *     ways, how its numbers or days are written
     */
    static OrderFile open(Path file, FormatOptions given) {
        try {
            Charset charset = given.charset() == null ? CsvDialect.charset(file) : given.charset();
            Header header = header(file, charset, given.delimiter());
            CsvDialect raw = new CsvDialect(charset, header.delimiter(), '.', ANY_DATE);
            Map<OrderFileColumn, Integer> columns = columns(header.names(), file);
            DecimalSign decimalSign = new DecimalSign();
            Map<String, Long> days = new LinkedHashMap<>();
            look(file, raw, columns, header, decimalSign, days);
            char decimal = given.decimal() == null ? decimalSign.decide() : given.decimal();
            DatePattern pattern = given.dates() == null ? DatePattern.detect(days) : new DatePattern(given.dates());
            return new OrderFile(
                    file,
                    new CsvDialect(charset, header.delimiter(), decimal, pattern),
                    columns,
                    header,
                    new CountryCodes(given.country()));
        } catch (IOException e) {
            throw new OperatorException(
                    "Cannot read " + file + ": " + e + "\nWhat to do: give the path of a CSV file with a header line.",
                    e);
        }
    }

    CsvDialect dialect() {
        return dialect;
    }

    /** Reads the file and passes each of its records to the handler. */
    void forEachRow(RowHandler handler) {
        RowParser parser = new RowParser(columns, header.names().size(), dialect, countries);
        try (CsvRecordReader records = records(file, dialect, header)) {
            for (CsvRecordReader.NumberedRecord found = records.next(); found != null; found = records.next()) {
                if (found.unbalanced()) {
                    handler.rejected(
                            found.line(),
                            "unbalanced quote: a quote is opened in this row and not closed",
                            found.csv(),
                            parser.orderOf(found.csv()));
                    continue;
                }
                switch (parser.parse(found.csv(), found.line())) {
                    case RowParser.Parsed(OrderRow row) -> handler.row(row, found.csv());
                    case RowParser.Rejected(String reason) ->
                        handler.rejected(found.line(), reason, found.csv(), parser.orderOf(found.csv()));
                }
            }
        } catch (UncheckedIOException e) {
            throw new OperatorException("The file cannot be read to its end: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvRecordReader records(Path file, CsvDialect dialect, Header header) throws IOException {
        return new CsvRecordReader(
                dialect.open(file),
                dialect.format(),
                header.line(),
                header.names().size());
    }

    /** The first line that names known columns, else the first line that is not blank. */
    private static Header header(Path file, Charset charset, @Nullable Character given) throws IOException {
        try (BufferedReader text = CsvDialect.open(file, charset)) {
            Header first = null;
            Character stated = given;
            for (int line = 1; line <= MAX_LINES_BEFORE_HEADER; line++) {
                String read = text.readLine();
                if (read == null) {
                    break;
                }
                Matcher separator = SEPARATOR_LINE.matcher(read.strip());
                if (separator.matches()) {
                    stated = stated == null ? separator.group(1).charAt(0) : stated;
                } else if (!read.isBlank()) {
                    char delimiter = stated == null ? CsvDialect.delimiter(read) : stated;
                    Header header = new Header(
                            line, delimiter, parse(read, new CsvDialect(charset, delimiter, '.', ANY_DATE).format()));
                    long known = header.names().stream()
                            .filter(name -> OrderFileColumn.of(name).isPresent())
                            .count();
                    if (known >= COLUMNS_OF_A_HEADER) {
                        return header;
                    }
                    first = first == null ? header : first;
                }
            }
            if (first == null) {
                throw new OperatorException(file + " has no header line.");
            }
            return first;
        }
    }

    private static List<String> parse(String header, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(header, format)) {
            return parser.getRecords().getFirst().toList();
        }
    }

    private static Map<OrderFileColumn, Integer> columns(List<String> names, Path file) {
        Map<OrderFileColumn, Integer> columns = new EnumMap<>(OrderFileColumn.class);
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            OrderFileColumn.of(names.get(i)).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        List<String> missing = new ArrayList<>();
        for (OrderFileColumn column : OrderFileColumn.values()) {
            if (column != OrderFileColumn.NAME && !columns.containsKey(column)) {
                missing.add(column.example());
            }
        }
        if (!missing.isEmpty()) {
            throw new OperatorException(file + " has no column " + String.join(", ", missing) + "; its header is: "
                    + String.join(" | ", names)
                    + "\n"
                    + "What to do: give the columns these names in the first line; if they are there, say with"
                    + " --delimiter what separates them.");
        }
        return columns;
    }

    /** Shows every number of the file to the decision on its decimal sign, and collects its days with their first lines. */
    private static void look(
            Path file,
            CsvDialect dialect,
            Map<OrderFileColumn, Integer> columns,
            Header header,
            DecimalSign decimalSign,
            Map<String, Long> days)
            throws IOException {
        int price = Objects.requireNonNull(columns.get(OrderFileColumn.PRICE));
        int quantity = Objects.requireNonNull(columns.get(OrderFileColumn.QUANTITY));
        int date = Objects.requireNonNull(columns.get(OrderFileColumn.DATE));
        try (CsvRecordReader records = records(file, dialect, header)) {
            for (CsvRecordReader.NumberedRecord found = records.next(); found != null; found = records.next()) {
                CSVRecord csv = found.csv();
                if (csv.size() == header.names().size()) {
                    decimalSign.look(found.line(), csv.get(price));
                    decimalSign.look(found.line(), csv.get(quantity));
                    days.putIfAbsent(DatePattern.dayOf(csv.get(date)), found.line());
                }
            }
        }
    }
}
