package coop.parasol.portal.production;

import coop.parasol.portal.page.SpreadsheetColumns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Batches as lines of a spreadsheet: a lot a line. */
final class BatchLines {

    /** The columns in their usual order; the last four may be left out. */
    private static final List<String> USUAL =
            List.of("product", "lot", "quantity", "madeOn", "route", "bestBefore", "unit", "commitmentId");

    private static final SpreadsheetColumns COLUMNS = new SpreadsheetColumns(
            USUAL.stream().collect(Collectors.toMap(SpreadsheetColumns::plain, name -> name)),
            Set.of("product", "lot"),
            cells -> USUAL);

    /** One lot: the line as it was typed, and what is reported of it. */
    record Line(String text, ProductionClient.BatchReport report) {}

    private BatchLines() {}

    /**
     * Reads lines; what is wrong with one is for the service to say.
     *
     * @param units the unit of each product, where a line has none
     */
    static List<Line> read(String text, Map<String, String> units) {
        return COLUMNS.read(text).stream()
                .map(row -> new Line(row.text(), report(row, units)))
                .toList();
    }

    /** The first line with its end, where it names the columns; else nothing. */
    static String header(String text) {
        return COLUMNS.header(text);
    }

    private static ProductionClient.BatchReport report(SpreadsheetColumns.Row row, Map<String, String> units) {
        return new ProductionClient.BatchReport(
                row.value("product"),
                row.value("lot"),
                new ProductionClient.Amount(row.text("quantity"), row.unit(units)),
                row.value("madeOn"),
                row.value("bestBefore"),
                row.value("route"),
                row.value("commitmentId"));
    }
}
