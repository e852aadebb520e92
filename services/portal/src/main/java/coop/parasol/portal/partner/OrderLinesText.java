package coop.parasol.portal.partner;

import coop.parasol.csv.SpreadsheetLine;
import coop.parasol.csv.TypedDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads order lines that were copied from a spreadsheet or saved as CSV: product, grade, quantity and perhaps a unit, with tabs,
 * semicolons or commas between them. Without a grade (two columns) it is the best. A first line without a number is taken as
 * headings.
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

    /** @param room how many lines the order can still have */
    static Lines read(String text, int room) {
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
            } else if (!first || cells.stream().anyMatch(OrderLinesText::hasDigit)) {
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
