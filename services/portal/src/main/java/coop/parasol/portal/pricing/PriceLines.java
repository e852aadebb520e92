package coop.parasol.portal.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads prices as people paste them from a spreadsheet: a line each, with commas, semicolons or tabs between. */
final class PriceLines {

    private static final int UNIT_PRICE = 5;
    private static final int VALID_FROM = 6;
    private static final int FACTOR = 2;

    private PriceLines() {}

    /** The cells of every line that has something on it. */
    static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                rows.add(List.of(line.strip().split("\\s*[,;\\t]\\s*")));
            }
        }
        return rows;
    }

    /** The prices; a first line without a number for the price is a line of titles. */
    static List<PricingClient.NewPrice> prices(String text, @Nullable String currency, ZoneId zone) {
        List<List<String>> rows = cells(text);
        if (!rows.isEmpty() && !isNumber(at(rows.getFirst(), UNIT_PRICE))) {
            rows = rows.subList(1, rows.size());
        }
        return rows.stream().map(row -> price(row, currency, zone)).toList();
    }

    private static PricingClient.NewPrice price(List<String> row, @Nullable String currency, ZoneId zone) {
        return new PricingClient.NewPrice(
                at(row, 0),
                at(row, 1),
                at(row, 2),
                new PricingClient.Measure(at(row, 3), at(row, 4)),
                new PricingClient.Sum(at(row, UNIT_PRICE), currency),
                moment(at(row, VALID_FROM), zone));
    }

    /** The factors of grades; a first line without a number is a line of titles. */
    static List<PricingClient.Differential> differentials(String text) {
        return cells(text).stream()
                .filter(row -> isNumber(at(row, FACTOR)))
                .map(row -> new PricingClient.Differential(row.get(0), row.get(1), new BigDecimal(row.get(FACTOR))))
                .toList();
    }

    /** A day as the moment at which it begins; whatever else was typed is left to the service to refuse. */
    private static @Nullable String moment(@Nullable String typed, ZoneId zone) {
        if (typed == null) {
            return null;
        }
        try {
            return LocalDate.parse(typed).atStartOfDay(zone).toInstant().toString();
        } catch (DateTimeParseException notADay) {
            return typed;
        }
    }

    private static boolean isNumber(@Nullable String cell) {
        return cell != null && cell.matches("\\d+(\\.\\d+)?");
    }

    private static @Nullable String at(List<String> row, int column) {
        return column < row.size() && !row.get(column).isEmpty() ? row.get(column) : null;
    }
}
