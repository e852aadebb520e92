package coop.parasol.distribution.forecast;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.csv.SpreadsheetColumns;
import coop.parasol.csv.SpreadsheetReader;
import coop.parasol.csv.TextEncoding;
import coop.parasol.web.LineReader;
import coop.parasol.web.ReadItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads forecasts from a file as spreadsheets save it: a product and week a line, with tabs, semicolons or commas between the cells. Of
 * three columns without names the grade is left out. A line is read as the JSON that says the same, so that it is refused alike.
 *
 * @param <T> what the JSON of a forecast is read as
 */
final class ForecastFile<T> implements LineReader<T> {

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

    /** Columns that would say whose a line is: it is of who sends the file, and whoever means another has to hear so. */
    private static final Set<String> OF_WHOM = Set.of("partner", "partnerid", "customer", "customerid");

    /** As people write a week: 2027-W05, 2027W5, 2027-5. */
    private static final Pattern WEEK = Pattern.compile("([0-9]{4})[- ]?[wW]?([0-9]{1,2})");

    private final SpreadsheetReader rows = COLUMNS.reader();
    private final Map<String, String> units;
    private final LineReader<T> json;

    /**
     * @param units the unit of each product, where a line has none
     * @param json reads a forecast in JSON
     */
    ForecastFile(Map<String, String> units, LineReader<T> json) {
        this.units = units;
        this.json = json;
    }

    @Override
    public Optional<ReadItem<T>> read(byte[] line) {
        return rows.next(TextEncoding.decode(line).replace("\r", ""))
                .flatMap(row -> json.read(forecast(row).toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** What a line says; what is wrong with it is found where it is read as JSON. Names and remarks in columns of their own are let be. */
    private ObjectNode forecast(SpreadsheetColumns.Row row) {
        ObjectNode forecast = JsonNodeFactory.instance.objectNode();
        put(forecast, "product", row.value("product"));
        put(forecast, "grade", row.value("grade"));
        put(forecast, "period", week(row.value("period")));
        row.others().forEach((name, value) -> {
            if (OF_WHOM.contains(SpreadsheetColumns.plain(name))) {
                put(forecast, name, value);
            }
        });
        forecast.putObject("quantity").put("value", row.decimal("quantity")).put("unit", row.unit(units));
        return forecast;
    }

    private static void put(ObjectNode forecast, String field, @Nullable String value) {
        if (value != null) {
            forecast.put(field, value);
        }
    }

    private static @Nullable String week(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        Matcher week = WEEK.matcher(typed);
        return week.matches() ? "%s-W%02d".formatted(week.group(1), Integer.parseInt(week.group(2))) : typed;
    }
}
