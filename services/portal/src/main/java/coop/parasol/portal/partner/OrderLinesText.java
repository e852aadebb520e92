package coop.parasol.portal.partner;

import java.util.ArrayList;
import java.util.List;
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
     */
    record Lines(List<OrderRow> rows, List<String> unread) {}

    static Lines read(String text) {
        List<OrderRow> rows = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        boolean first = true;
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = cells(line, separator(line));
            OrderRow row = row(cells);
            if (row != null && rows.size() < OrderRow.MAX) {
                rows.add(row);
            } else if (!first || cells.stream().anyMatch(OrderLinesText::hasDigit)) {
                unread.add(line);
            }
            first = false;
        }
        return new Lines(rows, unread);
    }

    private static @Nullable OrderRow row(List<String> cells) {
        List<String> columns = new ArrayList<>(cells);
        while (columns.size() > WITH_GRADE && columns.getLast().isEmpty()) {
            columns.removeLast();
        }
        OrderRow row = switch (columns.size()) {
            case PRODUCT_AND_QUANTITY -> new OrderRow(columns.get(0), "", columns.get(1), "");
            case WITH_GRADE -> new OrderRow(columns.get(0), columns.get(1), columns.get(2), "");
            case WITH_UNIT -> new OrderRow(columns.get(0), columns.get(1), columns.get(2), columns.get(WITH_GRADE));
            default -> null;
        };
        return row == null || row.product().isEmpty() || !hasDigit(row.quantity()) ? null : row;
    }

    /** Spreadsheets copy tabs; files have semicolons where the comma is the decimal sign. */
    private static char separator(String line) {
        if (line.indexOf('\t') >= 0) {
            return '\t';
        }
        return line.indexOf(';') >= 0 ? ';' : ',';
    }

    /** The cells of a line; what is in quotation marks may have separators, and two marks for one (RFC 4180). */
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
