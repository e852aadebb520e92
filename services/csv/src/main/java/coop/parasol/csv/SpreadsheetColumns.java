package coop.parasol.csv;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of lines that were copied from a spreadsheet or saved as CSV: separated by tabs, semicolons or commas, in a usual order or
 * as a first line names them.
 *
 * @param names the columns by what a first line may call them: letters alone, of any script, in lower case
 * @param required columns that a first line names, where it names any
 * @param unnamed the columns of a line of so many cells, where no first line names them
 */
public record SpreadsheetColumns(Map<String, String> names, Set<String> required, IntFunction<List<String>> unnamed) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ANY_UNIT = "C62";

    /**
     * A line and what stands in its columns.
     *
     * @param number of the line in the file, from 1
     * @param text as it was typed
     * @param values by column
     * @param others what stands in no column that is known, by the name that the first line gives it, or by its place
     */
    public record Row(int number, String text, Map<String, String> values, Map<String, String> others) {

        /** What stands in a column; null where nothing does. */
        public @Nullable String value(String column) {
            String value = text(column);
            return value.isEmpty() ? null : value;
        }

        /** The same; empty where nothing does. */
        public String text(String column) {
            return values.getOrDefault(column, "");
        }

        /** The same with a point or a comma before the decimals; what is no number is as it was typed. */
        public String decimal(String column) {
            BigDecimal number = TypedNumber.of(text(column));
            return number == null ? text(column) : number.toPlainString();
        }

        /** The quantity or amount in a column, as services take it; what is no number is as it was typed. */
        public String number(String column) {
            return TypedDigits.number(text(column));
        }

        /**
         * The unit of the line, or that of its product where the line has none.
         *
         * @param units of products
         */
        public String unit(Map<String, String> units) {
            String unit = text("unit");
            return unit.isEmpty() ? units.getOrDefault(text("product"), ANY_UNIT) : unit;
        }
    }

    /** What a first line may call a column of that name. */
    public static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{M}]", "").toLowerCase(Locale.ROOT);
    }

    /** Reads lines, without blank ones and the one that names the columns; what is wrong with one is for the service to say. */
    public List<Row> read(String text) {
        SpreadsheetReader reader = reader();
        return text.lines().flatMap(line -> reader.next(line).stream()).toList();
    }

    /** Reads lines one after another, as they come. */
    public SpreadsheetReader reader() {
        return new SpreadsheetReader(this);
    }

    /** The first line with its end, where it names the columns; else nothing. */
    public String header(String text) {
        String first = firstLine(text);
        return named(first).isEmpty() ? "" : first + "\n";
    }

    /** What the first line names that is no column, where it names columns. */
    public List<String> unknown(String text) {
        String first = firstLine(text);
        return named(first).isEmpty()
                ? List.of()
                : SpreadsheetLine.cells(first, SpreadsheetLine.separator(first)).stream()
                        .filter(cell -> !cell.isEmpty() && !names.containsKey(plain(cell)))
                        .toList();
    }

    /** What a first line calls each of the columns that it names; empty where it names none. */
    public Map<String, String> called(String text) {
        String first = firstLine(text);
        Map<String, String> called = new HashMap<>();
        if (!named(first).isEmpty()) {
            SpreadsheetLine.cells(first, SpreadsheetLine.separator(first))
                    .forEach(cell ->
                            Optional.ofNullable(names.get(plain(cell))).ifPresent(column -> called.put(column, cell)));
        }
        return called;
    }

    /** The text whose first line has the columns' own names, where it names them; a column that nobody knows keeps its name. */
    public String renamed(String text) {
        String first = firstLine(text);
        if (named(first).isEmpty()) {
            return text;
        }
        char separator = SpreadsheetLine.separator(first);
        String columns = SpreadsheetLine.cells(first, separator).stream()
                .map(cell -> names.getOrDefault(plain(cell), cell.replace(separator, ' ')))
                .collect(Collectors.joining(String.valueOf(separator)));
        return withoutMark(text).replaceFirst(Pattern.quote(first), Matcher.quoteReplacement(columns));
    }

    private static String withoutMark(String text) {
        return text.replace(BYTE_ORDER_MARK, "");
    }

    private static String firstLine(String text) {
        return withoutMark(text)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The columns that a first line names, those that nobody knows as empty names; empty if it names none. */
    List<String> named(String first) {
        List<String> columns = SpreadsheetLine.cells(first, SpreadsheetLine.separator(first)).stream()
                .map(cell -> names.getOrDefault(plain(cell), ""))
                .toList();
        return columns.containsAll(required) ? columns : List.of();
    }
}
