package coop.parasol.local.statement;

import coop.parasol.contracts.UnitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * What the rows of a payout statement look like: their order, the cells that each has, and how texts and numbers are written. Nothing
 * follows from what stands beside these, and whoever reads it would believe otherwise.
 */
final class StatementForm {

    /** The rows in their order: section, name ({@code *} for any, in any number), and the cells that they have. */
    private static final List<Shape> SHAPES = """
            pool format text
            pool settlement text
            pool pool text
            pool product text
            pool period text
            pool number text
            pool receipts amount currency
            pool margin basis_points amount currency
            cost * text amount currency
            pool carry-in amount currency
            pool net amount currency
            pool equivalents equivalents
            pool lines text
            grade * factor
            pool paid amount currency
            pool carry-out amount currency
            late-pool pool text
            late-pool period text
            late-pool receipts amount currency
            late-pool margin basis_points amount currency
            late-cost costs amount currency
            late-pool carry-in amount currency
            late-pool net amount currency
            late-pool equivalents equivalents
            late-pool lines text
            late-grade * factor
            late-pool paid amount currency
            late-pool carry-out amount currency
            digest sha-256 text
            producer member text
            producer name
            line * quantity unit factor equivalents amount currency
            originator-share * text quantity unit equivalents basis_points amount currency
            result borne-for-recalled-goods amount currency
            result earned amount currency
            result paid-before amount currency
            result gross amount currency
            result charged amount currency
            late-producer pool text
            late-line * quantity unit factor equivalents amount currency
            late-originator-share * text quantity unit equivalents basis_points amount currency
            late-result borne-for-recalled-goods amount currency
            late-result earned amount currency
            late-result paid-before amount currency
            late-result gross amount currency
            late-result charged amount currency
            result gross-of-closed-pools amount currency
            result charged-of-closed-pools amount currency
            advance * text amount currency
            result advances-due amount currency
            result advances amount currency
            result advances-left amount currency
            result payable amount currency
            """.lines().map(Shape::parse).toList();

    private static final String ANY = "*";
    private static final String LATE = "late-";
    private static final List<String> TEXTS = List.of("section", "name", "text", "unit", "currency");
    private static final List<String> NUMBERS = List.of("quantity", "factor", "equivalents", "basis_points");
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private StatementForm() {}

    private record Shape(String section, String name, Set<String> cells) {

        static Shape parse(String line) {
            String[] words = line.split(" ");
            return new Shape(words[0], words[1], Set.of(Arrays.copyOfRange(words, 2, words.length)));
        }

        boolean isOf(CSVRecord row) {
            return section.equals(row.get("section")) && (name.equals(ANY) || name.equals(row.get("name")));
        }

        /** A closed pool's rows stand again for the next one. */
        boolean beginsAgain() {
            return section.startsWith(LATE) && name.equals("pool");
        }
    }

    /** What is wrong with the rows, each with the number of its line and the cell; empty if nothing is. */
    static List<String> faults(List<CSVRecord> rows) {
        List<String> faults = new ArrayList<>();
        int last = 0;
        for (CSVRecord row : rows) {
            String place = StatementRows.place(row);
            Optional<Integer> shape = shape(row);
            if (shape.isEmpty()) {
                faults.add(place + "no payout statement has such a row.");
                continue;
            }
            if (shape.get() < last && !(SHAPES.get(shape.get()).beginsAgain() && sameBlock(shape.get(), last))) {
                faults.add(place + "it does not stand in the order of the rows.");
            }
            last = shape.get();
            cells(row, SHAPES.get(shape.get())).map(place::concat).forEach(faults::add);
        }
        return faults;
    }

    private static Optional<Integer> shape(CSVRecord row) {
        return IntStream.range(0, SHAPES.size())
                .filter(each -> SHAPES.get(each).isOf(row))
                .boxed()
                .findFirst();
    }

    private static boolean sameBlock(int begin, int last) {
        return SHAPES.subList(begin, last + 1).stream()
                .allMatch(shape -> shape.section().startsWith(LATE));
    }

    private static Stream<String> cells(CSVRecord row, Shape shape) {
        return StatementRows.COLUMNS.stream().flatMap(column -> {
            String cell = row.get(column);
            boolean present = !cell.isEmpty();
            if (column.equals("section") || column.equals("name") || isNameOfProducer(row, column)) {
                return text(column, cell).stream();
            }
            if (present != shape.cells().contains(column)) {
                return Stream.of(column + (present ? " has to be empty." : " is missing."));
            }
            return present ? written(row, column, cell).stream() : Stream.empty();
        });
    }

    /** It may be erased. */
    private static boolean isNameOfProducer(CSVRecord row, String column) {
        return column.equals("text")
                && row.get("section").equals("producer")
                && row.get("name").equals("name");
    }

    private static Optional<String> written(CSVRecord row, String column, String cell) {
        if (isId(row, column) && !cell.matches(ID)) {
            return Optional.of(column + " is no id.");
        }
        if (column.equals("unit") && UnitCode.find(cell).isEmpty()) {
            return Optional.of("unit is none of UN/CEFACT Rec 20.");
        }
        if (NUMBERS.contains(column)) {
            return number(cell)
                    .filter(number -> !plain(number).equals(cell))
                    .map(number -> column + " is to be " + plain(number) + ".");
        }
        if (column.equals("amount")) {
            return number(cell)
                    .filter(number -> !number.toPlainString().equals(cell)
                            || number.scale() != digits(row.get("currency"), number.scale()))
                    .map(number -> "amount has not the decimals of " + row.get("currency") + ".");
        }
        return text(column, cell);
    }

    private static boolean isId(CSVRecord row, String column) {
        String what = row.get("section") + " " + row.get("name");
        return column.equals("text")
                && Set.of("pool settlement", "pool pool", "producer member").contains(what);
    }

    private static Optional<String> text(String column, String cell) {
        if (cell.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(column + " has a control character.");
        }
        return TEXTS.contains(column) && !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0
                ? Optional.of(column + " begins as a formula does, without an apostrophe before it.")
                : Optional.empty();
    }

    /** Empty for what is no number, which is refused where it is needed. */
    private static Optional<BigDecimal> number(String cell) {
        return StatementRows.isNumber(cell) ? Optional.of(new BigDecimal(cell)) : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Those of a currency; as they are where there is no such currency, which is refused where it is needed. */
    private static int digits(String currency, int otherwise) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(currency))
                .findFirst()
                .map(each -> Math.max(0, each.getDefaultFractionDigits()))
                .orElse(otherwise);
    }
}
