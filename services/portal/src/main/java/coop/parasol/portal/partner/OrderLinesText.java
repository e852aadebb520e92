package coop.parasol.portal.partner;

import coop.parasol.csv.SpreadsheetColumns;
import coop.parasol.csv.SpreadsheetLine;
import coop.parasol.csv.TypedDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads order lines that were copied from a spreadsheet or saved as CSV: product, grade, quantity and perhaps a unit, with tabs,
 * semicolons or commas between them. Without a grade (two columns) it is the best. A first line that names the columns of product and
 * quantity is taken as headings; any other that is no line of an order is unread.
 */
final class OrderLinesText {

    private static final int PRODUCT_AND_QUANTITY = 2;
    private static final int WITH_GRADE = 3;
    private static final int WITH_UNIT = 4;

    private OrderLinesText() {}

    /**
     * What was read.
     *
     * @param unread the lines that are none, as they were
     * @param leftOver the lines for which the order has no room, as they were
     */
    record Lines(List<OrderRow> rows, List<String> unread, List<String> leftOver) {

        /** What stays to be corrected or ordered otherwise. */
        List<String> notInRows() {
            return Stream.concat(unread.stream(), leftOver.stream()).toList();
        }
    }

    /**
     * What a first line calls the columns without which there is no order.
     *
     * @param product in one language or more
     * @param quantity the same
     */
    record Headings(Set<String> product, Set<String> quantity) {

        /** Those of the service, and those of a page. */
        static Headings of(String product, String quantity) {
            return new Headings(
                    Set.copyOf(List.of("product", SpreadsheetColumns.plain(product))),
                    Set.copyOf(List.of("quantity", SpreadsheetColumns.plain(quantity))));
        }

        private boolean are(List<String> cells) {
            List<String> names = cells.stream().map(SpreadsheetColumns::plain).toList();
            return names.stream().anyMatch(product::contains) && names.stream().anyMatch(quantity::contains);
        }
    }

    /**
     * Reads lines.
     *
     * @param room how many lines the order can still have
     */
    static Lines read(String text, Headings headings, int room) {
        List<OrderRow> rows = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<String> leftOver = new ArrayList<>();
        boolean first = true;
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = SpreadsheetLine.cells(line, SpreadsheetLine.separator(line));
            OrderRow row = row(cells);
            if (row != null && rows.size() < room) {
                rows.add(row);
            } else if (row != null) {
                leftOver.add(line);
            } else if (!first || !headings.are(cells)) {
                unread.add(line);
            }
            first = false;
        }
        return new Lines(rows, unread, leftOver);
    }

    private static @Nullable OrderRow row(List<String> cells) {
        List<String> columns = new ArrayList<>(cells);
        while (columns.size() > WITH_GRADE && columns.getLast().isEmpty()) {
            columns.removeLast();
        }
        OrderRow row = switch (columns.size()) {
            case PRODUCT_AND_QUANTITY -> new OrderRow(columns.get(0), "", TypedDigits.number(columns.get(1)), "");
            case WITH_GRADE -> new OrderRow(columns.get(0), columns.get(1), TypedDigits.number(columns.get(2)), "");
            case WITH_UNIT ->
                new OrderRow(
                        columns.get(0), columns.get(1), TypedDigits.number(columns.get(2)), columns.get(WITH_GRADE));
            default -> null;
        };
        return row == null || row.product().isEmpty() || !hasDigit(row.quantity()) ? null : row;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
