package coop.parasol.portal.pricing;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.csv.SpreadsheetColumns;
import coop.parasol.csv.SpreadsheetColumns.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads prices, grade differentials and standard costs as people paste them from a spreadsheet or send them in a file: a line each,
 * with commas, semicolons or tabs between. What is no number, day or id at all is said here, of every line; the rest by the service.
 */
final class PriceLines {

    /** The columns of a file of prices, as its first line may name them. */
    static final List<String> COLUMNS = List.of(
            "product",
            "grade",
            "tier",
            "partnerGroup",
            "partnerId",
            "minimumQuantity",
            "unit",
            "unitPrice",
            "per",
            "validFrom",
            "validUntil");

    private static final String DAY = "2026-12-01";

    private static final SpreadsheetColumns PRICES = new SpreadsheetColumns(
            Map.ofEntries(
                    Map.entry("product", "product"),
                    Map.entry("grade", "grade"),
                    Map.entry("tier", "tier"),
                    Map.entry("group", "partnerGroup"),
                    Map.entry("partnergroup", "partnerGroup"),
                    Map.entry("partner", "partnerId"),
                    Map.entry("partnerid", "partnerId"),
                    Map.entry("from", "minimumQuantity"),
                    Map.entry("fromquantity", "minimumQuantity"),
                    Map.entry("minimumquantity", "minimumQuantity"),
                    Map.entry("unit", "unit"),
                    Map.entry("price", "unitPrice"),
                    Map.entry("unitprice", "unitPrice"),
                    Map.entry("per", "per"),
                    Map.entry("validfrom", "validFrom"),
                    Map.entry("validuntil", "validUntil")),
            Set.of("product", "unitPrice"),
            cells -> List.of(
                    "product",
                    "grade",
                    "tier",
                    "minimumQuantity",
                    "unit",
                    "unitPrice",
                    "validFrom",
                    "validUntil",
                    "per"));

    private static final SpreadsheetColumns COSTS = new SpreadsheetColumns(
            Map.of("product", "product", "grade", "grade", "cost", "cost", "unitcost", "cost", "per", "per"),
            Set.of("product", "cost"),
            cells -> List.of("product", "grade", "cost", "per"));

    private static final SpreadsheetColumns FACTORS = new SpreadsheetColumns(
            Map.of("product", "product", "grade", "grade", "factor", "factor"),
            Set.of("product", "factor"),
            cells -> List.of("product", "grade", "factor"));

    private PriceLines() {}

    /**
     * What is wrong with a line.
     *
     * @param list where it was typed: lines, differentials or standardCosts
     * @param number of the line in the file, from 1
     * @param field column
     * @param code stable, for programs
     */
    record BadLine(String list, int number, String field, String code, String detail) {}

    /** What was read of a line of the file, whose number errors of the service are told by. */
    record Line<T>(int number, T value) {}

    /** All lines that could be read, and what is wrong with the others. */
    record Read<T>(List<Line<T>> lines, List<BadLine> bad) {

        List<T> values() {
            return lines.stream().map(Line::value).toList();
        }

        /** In the place of a line that is wrong there is null. */
        List<@Nullable T> sound() {
            Set<Integer> wrong = bad.stream().map(BadLine::number).collect(Collectors.toSet());
            List<@Nullable T> sound = new ArrayList<>();
            lines.forEach(line -> sound.add(wrong.contains(line.number()) ? null : line.value()));
            return sound;
        }
    }

    /** The prices of a text. */
    static Read<PricingClient.NewPrice> prices(String text, @Nullable String currency, ZoneId zone) {
        return read("lines", rows(PRICES, text), (row, bad) -> {
            Integer per = per(row, bad);
            quantity(row, bad);
            price(row, "unitPrice", currency, per, bad);
            return new PricingClient.NewPrice(
                    row.value("product"),
                    row.value("grade"),
                    row.value("tier"),
                    row.value("partnerGroup"),
                    partner(row, bad),
                    new PricingClient.Measure(row.value("minimumQuantity"), row.value("unit")),
                    new PricingClient.SumPer(row.value("unitPrice"), currency, per),
                    moment(row, "validFrom", zone, bad),
                    moment(row, "validUntil", zone, bad));
        });
    }

    /** The standard costs of a text. */
    static Read<PricingClient.NewUnitCost> costs(String text, @Nullable String currency) {
        return read("standardCosts", rows(COSTS, text), (row, bad) -> {
            Integer per = per(row, bad);
            price(row, "cost", currency, per, bad);
            return new PricingClient.NewUnitCost(
                    row.value("product"),
                    row.value("grade"),
                    new PricingClient.SumPer(row.value("cost"), currency, per));
        });
    }

    /** The factors of grades of a text. */
    static Read<PricingClient.Differential> differentials(String text) {
        return read("differentials", rows(FACTORS, text), (row, bad) -> {
            BigDecimal factor = BigDecimal.ONE;
            try {
                factor = new BigDecimal(row.text("factor"));
            } catch (NumberFormatException notOne) {
                bad.add(new BadLine("differentials", row.number(), "factor", "malformed-number", row.text("factor")));
            }
            return new PricingClient.Differential(row.text("product"), row.text("grade"), factor);
        });
    }

    /** Reads a row, and says what is no number, day or id in it. */
    private interface Reader<T> {
        T read(Row row, List<BadLine> bad);
    }

    private static <T> Read<T> read(String list, List<Row> rows, Reader<T> reader) {
        List<BadLine> bad = new ArrayList<>(unknownColumns(list, rows));
        List<Line<T>> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new Line<>(row.number(), reader.read(row, bad))));
        return new Read<>(lines, bad);
    }

    /** The columns that nobody knows, each by the first line that has something in it. */
    private static List<BadLine> unknownColumns(String list, List<Row> rows) {
        Map<String, BadLine> unknown = new LinkedHashMap<>();
        rows.forEach(row -> row.others()
                .forEach((name, value) -> unknown.putIfAbsent(
                        name,
                        new BadLine(list, row.number(), name, "unknown-column", "There is no column " + name + "."))));
        return List.copyOf(unknown.values());
    }

    /** The rows, without a first line of titles in words that are no names of columns: nothing in it is a number. */
    private static List<Row> rows(SpreadsheetColumns columns, String text) {
        List<Row> rows = columns.read(text);
        boolean titles = columns.header(text).isEmpty()
                && !rows.isEmpty()
                && rows.getFirst().values().values().stream()
                        .noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
        return titles ? rows.subList(1, rows.size()) : rows;
    }

    private static void quantity(Row row, List<BadLine> bad) {
        String value = row.value("minimumQuantity");
        String unit = row.value("unit");
        if (value != null && unit != null) {
            try {
                Quantity.of(value, unit);
            } catch (IllegalArgumentException notOne) {
                bad.add(new BadLine("lines", row.number(), "minimumQuantity", "malformed-quantity", message(notOne)));
            }
        }
    }

    private static void price(
            Row row, String column, @Nullable String currency, @Nullable Integer per, List<BadLine> bad) {
        String amount = row.value(column);
        if (amount != null && currency != null) {
            try {
                UnitPrice.of(amount, currency, per);
            } catch (IllegalArgumentException notOne) {
                bad.add(new BadLine(list(column), row.number(), column, "malformed-price", message(notOne)));
            }
        }
    }

    private static @Nullable Integer per(Row row, List<BadLine> bad) {
        String typed = row.value("per");
        try {
            return typed == null ? null : Integer.valueOf(typed.replaceAll("[,. ]", ""));
        } catch (NumberFormatException notOne) {
            bad.add(new BadLine(
                    list(row.values().containsKey("cost") ? "cost" : "unitPrice"),
                    row.number(),
                    "per",
                    "malformed-number",
                    "per must be 1, 100 or 1000"));
            return null;
        }
    }

    private static @Nullable UUID partner(Row row, List<BadLine> bad) {
        String typed = row.value("partnerId");
        try {
            return typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException notOne) {
            bad.add(new BadLine("lines", row.number(), "partnerId", "malformed-id", typed + " is no id of a partner"));
            return null;
        }
    }

    /** A day as the moment at which it begins, or a moment as ISO 8601 writes it. */
    private static @Nullable String moment(Row row, String column, ZoneId zone, List<BadLine> bad) {
        String typed = row.value(column);
        if (typed == null) {
            return null;
        }
        try {
            return typed.length() > DAY.length()
                    ? OffsetDateTime.parse(typed).toInstant().toString()
                    : LocalDate.parse(typed).atStartOfDay(zone).toInstant().toString();
        } catch (DateTimeParseException notADay) {
            bad.add(new BadLine("lines", row.number(), column, "malformed-day", typed + " is no day such as " + DAY));
            return null;
        }
    }

    private static String list(String column) {
        return column.equals("cost") ? "standardCosts" : "lines";
    }

    private static String message(IllegalArgumentException refused) {
        return String.valueOf(refused.getMessage());
    }
}
