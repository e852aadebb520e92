package coop.parasol.csv;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private List<String> header = List.of();

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
                header = SpreadsheetLine.cells(text, separator);
                return Optional.empty();
            }
        }
        List<String> cells = SpreadsheetLine.cells(text, separator);
        List<String> known = named.isEmpty() ? columns.unnamed().apply(cells.size()) : named;
        return Optional.of(new SpreadsheetColumns.Row(lines, text, values(cells, known), others(cells, known)));
    }

    /** What stands in no column that is known, by the name that the first line gives it, or by its place. */
    private Map<String, String> others(List<String> cells, List<String> known) {
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean isKnown = i < known.size() && !known.get(i).isEmpty();
            if (!isKnown && !cells.get(i).isEmpty()) {
                String name = i < header.size() ? header.get(i) : "";
                others.put(name.isEmpty() ? "column-" + (i + 1) : name, cells.get(i));
            }
        }
        return others;
    }

    private static Map<String, String> values(List<String> cells, List<String> columns) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            values.put(columns.get(i), cells.get(i));
        }
        return values;
    }
}
