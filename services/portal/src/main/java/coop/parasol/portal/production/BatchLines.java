package coop.parasol.portal.production;

import coop.parasol.csv.SpreadsheetColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Batches as lines of a spreadsheet: a lot a line. */
final class BatchLines {

    /** The columns in their usual order; those behind the route may be left out. */
    private static final List<String> USUAL = List.of(
            "product",
            "lot",
            "quantity",
            "madeOn",
            "route",
            "bestBefore",
            "unit",
            "commitmentId",
            "ownLots",
            "boughtIn",
            "certificates",
            "measurements",
            "steps");

    /** Between several things in one cell, beside a line break. */
    private static final Pattern BETWEEN = Pattern.compile("[|｜]");

    /** One lot: the line as it was typed, and what is reported of it. */
    record Line(String text, ProductionClient.BatchReport report) {}

    private BatchLines() {}

    /**
     * The columns of lines of lots.
     *
     * @param labels what the page calls columns in the reader's language, with the column
     */
    static SpreadsheetColumns columns(Map<String, String> labels) {
        Map<String, String> names = new HashMap<>();
        labels.forEach((label, column) -> names.put(SpreadsheetColumns.plain(label), column));
        USUAL.forEach(name -> names.put(SpreadsheetColumns.plain(name), name));
        return new SpreadsheetColumns(names, Set.of("product", "lot"), cells -> USUAL);
    }

    /**
     * Reads lines; what is wrong with one is for the service to say.
     *
     * @param units the unit of each product, where a line has none
     */
    static List<Line> read(String text, SpreadsheetColumns columns, Map<String, String> units) {
        return columns.read(text).stream()
                .map(row -> new Line(row.text(), report(row, units)))
                .toList();
    }

    private static ProductionClient.BatchReport report(SpreadsheetColumns.Row row, Map<String, String> units) {
        return new ProductionClient.BatchReport(
                row.value("product"),
                row.value("lot"),
                new ProductionClient.Amount(row.number("quantity"), row.unit(units)),
                row.value("madeOn"),
                row.value("bestBefore"),
                row.value("route"),
                BatchDetails.steps(cell(row, "steps")),
                row.value("commitmentId"),
                BatchDetails.inputs(cell(row, "ownLots"), cell(row, "boughtIn"), cell(row, "certificates")),
                BatchDetails.measurements(cell(row, "measurements")));
    }

    /** A cell in which several things may stand, one a line; empty if there is nothing in it. */
    private static String cell(SpreadsheetColumns.Row row, String column) {
        String value = row.value(column);
        return value == null ? "" : BETWEEN.matcher(value).replaceAll("\n");
    }
}
