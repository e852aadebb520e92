package coop.parasol.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the lines of a table one after another. The first that is not blank says what stands between the cells, and may name the
 * columns.
 */
public final class SpreadsheetReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SpreadsheetColumns columns;
    private int lines;
    private boolean begun;
    private char separator;
    private List<String> named = List.of();

    SpreadsheetReader(SpreadsheetColumns columns) {
        this.columns = columns;
    }

    /** The row on the next line; empty where the line is blank or names the columns. */
    public Optional<SpreadsheetColumns.Row> next(String line) {
        lines++;
        String text = line.replace(BYTE_ORDER_MARK, "");
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!begun) {
            begun = true;
            separator = SpreadsheetLine.separator(text);
            named = columns.named(text);
            if (!named.isEmpty()) {
                return Optional.empty();
            }
        }
        List<String> cells = SpreadsheetLine.cells(text, separator);
        return Optional.of(new SpreadsheetColumns.Row(
                lines, text, values(cells, named.isEmpty() ? columns.unnamed().apply(cells.size()) : named)));
    }

    private static Map<String, String> values(List<String> cells, List<String> columns) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            values.put(columns.get(i), cells.get(i));
        }
        return values;
    }
}
