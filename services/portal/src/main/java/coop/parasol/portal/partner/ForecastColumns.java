package coop.parasol.portal.partner;

import coop.parasol.csv.CsvWriter;
import coop.parasol.csv.SpreadsheetColumns;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.ProblemSentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a file of forecasts. Its first line may name them in any of the portal's languages; the service knows them by their
 * English names alone.
 *
 * @param text of the file, whose first line has the names that the service knows
 * @param called what the file calls each column; empty where it names none
 */
record ForecastColumns(String text, Map<String, String> called) {

    private static final String QUANTITY = "quantity";
    private static final String UNIT = "unit";
    private static final String WEEK = "week";

    /** In their usual order, as the service knows them. */
    private static final List<String> USUAL = List.of("product", "grade", WEEK, QUANTITY, UNIT);

    private static final SpreadsheetColumns COLUMNS =
            new SpreadsheetColumns(names(), Set.of("product", QUANTITY), cells -> USUAL);

    /** How spreadsheets see that a file is in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The columns of a file as it was sent. */
    static ForecastColumns of(String text) {
        return new ForecastColumns(COLUMNS.renamed(text), COLUMNS.called(text));
    }

    /** A file that names the columns in the reader's language, to be filled in. */
    static String template() {
        return BYTE_ORDER_MARK
                + CsvWriter.write(
                        List.of(USUAL.stream().map(ProblemSentences::fieldName).toList()));
    }

    /** All names of columns in all languages, and what the service calls a week besides. */
    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(Map.of("period", WEEK));
        for (Language language : Language.values()) {
            USUAL.forEach(column -> names.put(
                    SpreadsheetColumns.plain(language.write(() -> ProblemSentences.fieldName(column))), column));
        }
        USUAL.forEach(column -> names.put(column, column));
        return names;
    }

    /**
     * What a column is called: by the file that names it, else in the reader's language.
     *
     * @param field as the service names it
     */
    String name(String field) {
        String column = column(field);
        String name = called.get(column);
        return name == null ? ProblemSentences.fieldName(column) : name;
    }

    private String column(String field) {
        if (field.equals("period")) {
            return WEEK;
        }
        if (field.equals("quantity.unit") && called.containsKey(UNIT)) {
            return UNIT;
        }
        return field.startsWith("quantity.") ? QUANTITY : field;
    }
}
