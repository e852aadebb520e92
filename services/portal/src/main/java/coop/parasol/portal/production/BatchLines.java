package coop.parasol.portal.production;

import coop.parasol.portal.page.SpreadsheetLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Batches as lines of a spreadsheet: a lot a line, its columns separated by tabs, semicolons or commas, in the order of
 * {@link #COLUMNS} or as a first line names them.
 */
final class BatchLines {

    /** The columns in their usual order; the last four may be left out. */
    static final List<String> COLUMNS =
            List.of("product", "lot", "quantity", "madeOn", "route", "bestBefore", "unit", "commitmentId");

    private static final String ANY_UNIT = "C62";

    /** One lot: the line as it was typed, and what is reported of it. */
    record Line(String text, ProductionClient.BatchReport report) {}

    private BatchLines() {}

    /**
     * Reads lines; what is wrong with one is for the service to say.
     *
     * @param units the unit of each product, where a line has none
     */
    static List<Line> read(String text, Map<String, String> units) {
        List<String> rows = text.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        char separator = SpreadsheetLine.separator(rows.getFirst());
        List<String> columns = header(SpreadsheetLine.cells(rows.getFirst(), separator));
        List<Line> lines = new ArrayList<>();
        for (String row : columns.isEmpty() ? rows : rows.subList(1, rows.size())) {
            Map<String, String> values = new HashMap<>();
            List<String> cells = SpreadsheetLine.cells(row, separator);
            List<String> names = columns.isEmpty() ? COLUMNS : columns;
            for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
                values.put(names.get(i), cells.get(i));
            }
            lines.add(new Line(row, report(values, units)));
        }
        return lines;
    }

    /** The first line with its end, where it names the columns; else nothing. */
    static String header(String text) {
        String first = text.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return header(SpreadsheetLine.cells(first, SpreadsheetLine.separator(first)))
                        .isEmpty()
                ? ""
                : first + "\n";
    }

    private static ProductionClient.BatchReport report(Map<String, String> values, Map<String, String> units) {
        String product = value(values, "product");
        String unit = value(values, "unit");
        if (unit == null) {
            unit = product == null ? ANY_UNIT : units.getOrDefault(product, ANY_UNIT);
        }
        return new ProductionClient.BatchReport(
                product,
                value(values, "lot"),
                new ProductionClient.Amount(values.getOrDefault("quantity", ""), unit),
                value(values, "madeOn"),
                value(values, "bestBefore"),
                value(values, "route"),
                value(values, "commitmentId"));
    }

    private static @Nullable String value(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        return value.isEmpty() ? null : value;
    }

    /** The columns that a first line names; empty if it is a lot already. */
    private static List<String> header(List<String> first) {
        List<String> names = first.stream()
                .map(cell -> COLUMNS.stream()
                        .filter(name -> plain(name).equals(plain(cell)))
                        .findFirst()
                        .orElse(""))
                .toList();
        return names.contains("product") && names.contains("lot") ? names : List.of();
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
