package coop.parasol.portal.partner;

import coop.parasol.portal.page.SpreadsheetLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts as lines of a spreadsheet: a product and week a line, its columns separated by tabs, semicolons or commas, in the order of
 * {@link #COLUMNS} or as a first line names them. Of three columns without names the grade is left out.
 */
final class ForecastLines {

    /** The columns in their usual order; the unit may be left out. */
    static final List<String> COLUMNS = List.of("product", "grade", "period", "quantity", "unit");

    private static final List<String> WITHOUT_GRADE = List.of("product", "period", "quantity");
    private static final String ANY_UNIT = "C62";

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
        List<String> columns = List.of();
        List<Line> lines = new ArrayList<>();
        boolean first = true;
        char separator = ',';
        int number = 0;
        for (String row : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            if (row.isBlank()) {
                continue;
            }
            if (first) {
                first = false;
                separator = SpreadsheetLine.separator(row);
                columns = header(SpreadsheetLine.cells(row, separator));
                if (!columns.isEmpty()) {
                    continue;
                }
            }
            lines.add(new Line(number, row, forecast(SpreadsheetLine.cells(row, separator), columns, units)));
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

    private static ForecastClient.NewForecast forecast(
            List<String> cells, List<String> columns, Map<String, String> units) {
        List<String> names = columns;
        if (names.isEmpty()) {
            names = cells.size() == WITHOUT_GRADE.size() ? WITHOUT_GRADE : COLUMNS;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
            values.put(names.get(i), cells.get(i));
        }
        String product = value(values, "product");
        String unit = value(values, "unit");
        if (unit == null) {
            unit = product == null ? ANY_UNIT : units.getOrDefault(product, ANY_UNIT);
        }
        return new ForecastClient.NewForecast(
                product,
                value(values, "grade"),
                week(value(values, "period")),
                new PartnerClient.Amount(values.getOrDefault("quantity", ""), unit));
    }

    private static @Nullable String week(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        Matcher week = WEEK.matcher(typed);
        return week.matches() ? "%s-W%02d".formatted(week.group(1), Integer.parseInt(week.group(2))) : typed;
    }

    private static @Nullable String value(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        return value.isEmpty() ? null : value;
    }

    /** The columns that a first line names; empty if it is a forecast already. */
    private static List<String> header(List<String> first) {
        List<String> names = first.stream().map(ForecastLines::column).toList();
        return names.contains("product") && names.contains("quantity") ? names : List.of();
    }

    private static String column(String cell) {
        String plain = cell.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return plain.equals("week") ? "period" : COLUMNS.contains(plain) ? plain : "";
    }
}
