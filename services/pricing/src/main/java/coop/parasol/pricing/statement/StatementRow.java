package coop.parasol.pricing.statement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a statement as a file: what it is about, and the cells that it has of the file's columns. */
record StatementRow(List<@Nullable Object> cells) {

    static final List<String> COLUMNS = List.of(
            "section",
            "name",
            "text",
            "quantity",
            "unit",
            "factor",
            "equivalents",
            "basis_points",
            "amount",
            "currency");

    private static final int TEXT = 2;
    private static final int QUANTITY = 3;
    private static final int UNIT = 4;
    private static final int FACTOR = 5;
    private static final int EQUIVALENTS = 6;
    private static final int BASIS_POINTS = 7;
    private static final int AMOUNT = 8;
    private static final int CURRENCY = 9;

    static StatementRow of(String section, String name) {
        @Nullable Object[] cells = new @Nullable Object[COLUMNS.size()];
        cells[0] = section;
        cells[1] = name;
        return new StatementRow(Arrays.asList(cells));
    }

    StatementRow text(@Nullable String text) {
        return with(TEXT, text);
    }

    StatementRow quantity(Quantity quantity) {
        return with(QUANTITY, shortest(quantity.value())).with(UNIT, quantity.unit());
    }

    StatementRow factor(BigDecimal factor) {
        return with(FACTOR, shortest(factor));
    }

    StatementRow equivalents(BigDecimal equivalents) {
        return with(EQUIVALENTS, shortest(equivalents));
    }

    StatementRow basisPoints(int share) {
        return with(BASIS_POINTS, share);
    }

    StatementRow amount(Money amount) {
        return with(AMOUNT, amount.decimal()).with(CURRENCY, amount.currency());
    }

    private StatementRow with(int column, @Nullable Object cell) {
        cells.set(column, cell);
        return this;
    }

    /** Equal numbers are equal texts, also after a database has kept them. */
    private static BigDecimal shortest(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
