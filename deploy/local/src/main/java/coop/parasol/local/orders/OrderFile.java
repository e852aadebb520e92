package coop.parasol.local.orders;

import coop.parasol.local.servers.OperatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A wholesaler's order file (CSV with a header line), read as a stream as often as needed and never held whole in memory. */
final class OrderFile {

    private static final int SAMPLE_ROWS = 20_000;

    private final Path file;
    private final CsvDialect dialect;
    private final Map<OrderFileColumn, Integer> columns;
    private final int width;
    private final CountryCodes countries;

    private OrderFile(
            Path file, CsvDialect dialect, Map<OrderFileColumn, Integer> columns, int width, CountryCodes countries) {
        this.file = file;
        this.dialect = dialect;
        this.columns = columns;
        this.width = width;
        this.countries = countries;
    }

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

        void rejected(long line, String reason, CSVRecord csv);
    }

    /**
     * Detects the format from the header and a sample of rows.
     *
     * @throws OperatorException if the file cannot be read, is empty or lacks a column
     */
    static OrderFile open(Path file, FormatOptions given) {
        try {
            Charset charset = given.charset() == null ? CsvDialect.charset(file) : given.charset();
            String header = header(file, charset);
            char delimiter = given.delimiter() == null ? CsvDialect.delimiter(header) : given.delimiter();
            CsvDialect raw = new CsvDialect(charset, delimiter, '.', new DatePattern("u-M-d"));
            List<String> names = parse(header, raw.format());
            Map<OrderFileColumn, Integer> columns = columns(names, file);
            Set<String> dates = new HashSet<>();
            int commas = sample(file, raw, columns, names.size(), dates);
            char decimal = given.decimal() == null ? (commas > 0 ? ',' : '.') : given.decimal();
            DatePattern pattern = given.dates() == null ? DatePattern.detect(dates) : new DatePattern(given.dates());
            return new OrderFile(
                    file,
                    new CsvDialect(charset, delimiter, decimal, pattern),
                    columns,
                    names.size(),
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
        RowParser parser = new RowParser(columns, width, dialect, countries);
        try (CsvRecordReader records = new CsvRecordReader(dialect.open(file), dialect.format(), width)) {
            for (CsvRecordReader.NumberedRecord found = records.next(); found != null; found = records.next()) {
                if (found.unbalanced()) {
                    handler.rejected(
                            found.line(),
                            "unbalanced quote: a quote is opened in this row and not closed",
                            found.csv());
                    continue;
                }
                switch (parser.parse(found.csv(), found.line())) {
                    case RowParser.Parsed(OrderRow row) -> handler.row(row, found.csv());
                    case RowParser.Rejected(String reason) -> handler.rejected(found.line(), reason, found.csv());
                }
            }
        } catch (UncheckedIOException e) {
            throw new OperatorException("The file cannot be read to its end: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(Path file, Charset charset) throws IOException {
        try (BufferedReader text = CsvDialect.open(file, charset)) {
            String header = text.readLine();
            if (header == null || header.isBlank()) {
                throw new OperatorException(file + " has no header line.");
            }
            return header;
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
                    + "\nWhat to do: give the columns these names in the first line; if they are there, say with --delimiter what"
                    + " separates them.");
        }
        return columns;
    }

    /**
     * Reads a sample of the rows.
     *
     * @param dates receives the dates of the sample
     * @return how many more prices have a decimal comma than a decimal point
     */
    private static int sample(
            Path file, CsvDialect dialect, Map<OrderFileColumn, Integer> columns, int width, Set<String> dates)
            throws IOException {
        int commas = 0;
        int price = Objects.requireNonNull(columns.get(OrderFileColumn.PRICE));
        int date = Objects.requireNonNull(columns.get(OrderFileColumn.DATE));
        try (CsvRecordReader records = new CsvRecordReader(dialect.open(file), dialect.format(), width)) {
            CsvRecordReader.NumberedRecord found = records.next();
            for (int row = 0; found != null && row < SAMPLE_ROWS; row++, found = records.next()) {
                CSVRecord csv = found.csv();
                if (csv.size() > Math.max(price, date)) {
                    commas += csv.get(price).matches(".*,\\d+") ? 1 : 0;
                    commas -= csv.get(price).matches(".*\\.\\d+") ? 1 : 0;
                    dates.add(csv.get(date));
                }
            }
        }
        return commas;
    }
}
