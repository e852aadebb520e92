package coop.parasol.local.orders;

import coop.parasol.local.servers.Trouble;
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

/** An order file, read as a stream as often as needed; never held whole in memory. */
final class OrderFile {

    private static final int SAMPLE_ROWS = 20_000;

    private final Path file;
    private final Dialect dialect;
    private final Map<Column, Integer> columns;
    private final int width;
    private final Countries countries;

    private OrderFile(Path file, Dialect dialect, Map<Column, Integer> columns, int width, Countries countries) {
        this.file = file;
        this.dialect = dialect;
        this.columns = columns;
        this.width = width;
        this.countries = countries;
    }

    /** What the person at the terminal has said about the file; what is absent is recognised. */
    record Given(
            @Nullable Character delimiter,
            @Nullable Character decimal,
            @Nullable String dates,
            @Nullable Charset charset,
            @Nullable String country) {}

    /** Is told every record once, in the order of the file. */
    interface Visitor {
        void row(Row row, CSVRecord csv);

        void rejected(long line, String reason, CSVRecord csv);
    }

    static OrderFile open(Path file, Given given) {
        try {
            Charset charset = given.charset() == null ? Dialect.charset(file) : given.charset();
            String header = header(file, charset);
            char delimiter = given.delimiter() == null ? Dialect.delimiter(header) : given.delimiter();
            Dialect raw = new Dialect(charset, delimiter, '.', new Dates("u-M-d"));
            List<String> names = parse(header, raw.format());
            Map<Column, Integer> columns = columns(names, file);
            Set<String> dates = new HashSet<>();
            int commas = sample(file, raw, columns, names.size(), dates);
            char decimal = given.decimal() == null ? (commas > 0 ? ',' : '.') : given.decimal();
            Dates pattern = given.dates() == null ? Dates.recognised(dates) : new Dates(given.dates());
            return new OrderFile(
                    file,
                    new Dialect(charset, delimiter, decimal, pattern),
                    columns,
                    names.size(),
                    new Countries(given.country()));
        } catch (IOException e) {
            throw new Trouble("Cannot read " + file + ": " + e + "\nWhat to do: give the path of a CSV file.", e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    void each(Visitor visitor) {
        Reading reading = new Reading(columns, width, dialect, countries);
        try (Records records = new Records(dialect.open(file), dialect.format(), width)) {
            for (Records.Found found = records.next(); found != null; found = records.next()) {
                if (found.unbalanced()) {
                    visitor.rejected(found.line(), "unbalanced quote: opened here and closed nowhere", found.csv());
                    continue;
                }
                switch (reading.read(found.csv(), found.line())) {
                    case Reading.Read(Row row) -> visitor.row(row, found.csv());
                    case Reading.Rejected(String reason) -> visitor.rejected(found.line(), reason, found.csv());
                }
            }
        } catch (UncheckedIOException e) {
            throw new Trouble("The file cannot be read to its end: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(Path file, Charset charset) throws IOException {
        try (BufferedReader text = Dialect.open(file, charset)) {
            String header = text.readLine();
            if (header == null || header.isBlank()) {
                throw new Trouble(file + " has no header line.");
            }
            return header;
        }
    }

    private static List<String> parse(String header, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(header, format)) {
            return parser.getRecords().getFirst().toList();
        }
    }

    private static Map<Column, Integer> columns(List<String> names, Path file) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            Column.of(names.get(i)).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        List<String> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column != Column.NAME && !columns.containsKey(column)) {
                missing.add(column.example());
            }
        }
        if (!missing.isEmpty()) {
            throw new Trouble(file + " has no column " + String.join(", ", missing) + "; its header is: "
                    + String.join(" | ", names)
                    + "\nWhat to do: name the columns so in the first line; --delimiter says what separates them.");
        }
        return columns;
    }

    /** Collects dates; @return how many more prices are written with a comma than with a point. */
    private static int sample(Path file, Dialect dialect, Map<Column, Integer> columns, int width, Set<String> dates)
            throws IOException {
        int commas = 0;
        int price = Objects.requireNonNull(columns.get(Column.PRICE));
        int date = Objects.requireNonNull(columns.get(Column.DATE));
        try (Records records = new Records(dialect.open(file), dialect.format(), width)) {
            Records.Found found = records.next();
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
