package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them. */
final class Csv {

    private Csv() {}

    static String write(List<List<Object>> rows) {
        return rows.stream().map(Csv::row).collect(Collectors.joining());
    }

    static String row(List<Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object cell) {
        String text = switch (cell) {
            case Money money -> money.amount();
            case String words -> harmless(words);
            default -> cell.toString();
        };
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** A spreadsheet must not take somebody's text for a formula. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+@\t\r-].*") ? "'" + text : text;
    }
}
