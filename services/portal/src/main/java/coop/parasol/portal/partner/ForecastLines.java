package coop.parasol.portal.partner;

import coop.parasol.portal.page.SpreadsheetColumns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forecasts as lines of a spreadsheet: a product and week a line. Of three columns without names the grade is left out. */
final class ForecastLines {

    private static final List<String> USUAL = List.of("product", "grade", "period", "quantity", "unit");
    private static final List<String> WITHOUT_GRADE = List.of("product", "period", "quantity");

    private static final SpreadsheetColumns COLUMNS = new SpreadsheetColumns(
            Map.of(
                    "product", "product",
                    "grade", "grade",
                    "period", "period",
                    "week", "period",
                    "quantity", "quantity",
                    "unit", "unit"),
            Set.of("product", "quantity"),
            cells -> cells == WITHOUT_GRADE.size() ? WITHOUT_GRADE : USUAL);

    /** As people write a week: 2027-W05, 2027W5, 2027-5. */
    private static final Pattern WEEK = Pattern.compile("([0-9]{4})[- ]?[wW]?([0-9]{1,2})");

    private ForecastLines() {}

    /**
     * One line.
     *
     * @param number of the line in the file, from 1
     * @param text as it was typed
     */
    record Line(int number, String text, ForecastClient.NewForecast forecast) {}

    /**
     * Reads lines; what is wrong with one is for the service to say.
     *
     * @param units the unit of each product, where a line has none
     */
    static List<Line> read(String text, Map<String, String> units) {
        return COLUMNS.read(text).stream()
                .map(row -> new Line(row.number(), row.text(), forecast(row, units)))
                .toList();
    }

    /** The first line with its end, where it names the columns; else nothing. */
    static String header(String text) {
        return COLUMNS.header(text);
    }

    private static ForecastClient.NewForecast forecast(SpreadsheetColumns.Row row, Map<String, String> units) {
        return new ForecastClient.NewForecast(
                row.value("product"),
                row.value("grade"),
                week(row.value("period")),
                new PartnerClient.Amount(row.number("quantity"), row.unit(units)));
    }

    private static @Nullable String week(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        Matcher week = WEEK.matcher(typed);
        return week.matches() ? "%s-W%02d".formatted(week.group(1), Integer.parseInt(week.group(2))) : typed;
    }
}
