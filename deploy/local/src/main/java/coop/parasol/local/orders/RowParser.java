package coop.parasol.local.orders;

import coop.parasol.contracts.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** Parses the records of an order file into rows, or gives the reason why a record cannot become a line of an order. */
final class RowParser {

    private static final int MAX_DECIMALS = 2;
    private static final int MAX_TEXT = 100;
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\t]");
    /** What programs write where there is nothing. */
    private static final Set<String> NOTHING = Set.of(
            "", "-", "--", "?", "na", "n/a", "#n/a", "nan", "nil", "none", "null", "(null)", "(blank)", "#null!",
            "#value!", "#ref!", "#name?", "#div/0!", "#num!", "unknown");
    /** Codes that a spreadsheet took for numbers: 8.90123E12, 4711.0. */
    private static final Pattern SPOILED = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+|\\d+[.,]0+|#+");

    private final Map<OrderFileColumn, Integer> columns;
    private final int width;
    private final CsvDialect dialect;
    private final CountryCodes countries;

    RowParser(Map<OrderFileColumn, Integer> columns, int width, CsvDialect dialect, CountryCodes countries) {
        this.columns = columns;
        this.width = width;
        this.dialect = dialect;
        this.countries = countries;
    }

    /** What became of a record. */
    sealed interface Outcome permits Parsed, Rejected {}

    record Parsed(OrderRow row) implements Outcome {}

    /** @param reason for the file of rejects: the kind of reason and, after a colon, what is wrong with this record */
    record Rejected(String reason) implements Outcome {}

    /** @param line where the record begins in the file */
    Outcome parse(CSVRecord csv, long line) {
        if (csv.size() != width) {
            return new Rejected("malformed row: it has " + csv.size() + " columns, the header has " + width);
        }
        Optional<String> unreadable = unreadable(csv);
        if (unreadable.isPresent()) {
            return new Rejected(unreadable.get());
        }
        String order = text(csv, OrderFileColumn.ORDER);
        String product = text(csv, OrderFileColumn.PRODUCT);
        String customer = text(csv, OrderFileColumn.CUSTOMER);
        Optional<BigDecimal> quantity = number(text(csv, OrderFileColumn.QUANTITY));
        Optional<BigDecimal> price = number(text(csv, OrderFileColumn.PRICE));
        Optional<LocalDate> date = dialect.dates().parse(text(csv, OrderFileColumn.DATE));
        if (isNothing(order) || order.length() > MAX_TEXT) {
            return new Rejected("no order number: \"" + order + "\"");
        }
        Optional<String> spoiled = Stream.of(order, product, customer)
                .filter(code -> SPOILED.matcher(code).matches())
                .findFirst();
        if (spoiled.isPresent()) {
            return new Rejected("spoiled number: \"" + spoiled.get()
                    + "\" is what a spreadsheet makes of a number; correct it where the file was made");
        }
        if (quantity.isEmpty() || price.isEmpty()) {
            return new Rejected("malformed number: quantity \"" + text(csv, OrderFileColumn.QUANTITY) + "\", price \""
                    + text(csv, OrderFileColumn.PRICE) + "\"");
        }
        if (order.toUpperCase(java.util.Locale.ROOT).startsWith("C")
                && quantity.get().signum() < 0) {
            return new Rejected(
                    "cancellation: it is not imported, the partner cancels its own order before it is dispatched");
        }
        if (quantity.get().signum() <= 0) {
            return new Rejected(
                    "no quantity: " + quantity.get().toPlainString() + " is a stock correction and not an order");
        }
        if (isNothing(customer) || customer.length() > MAX_TEXT) {
            return new Rejected("no customer: an order needs a partner, and \"" + customer + "\" is none");
        }
        if (isNothing(product) || !product.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,49}")) {
            return new Rejected("no product code: \"" + product + "\"");
        }
        if (price.get().signum() <= 0) {
            return new Rejected("no price: " + price.get().toPlainString());
        }
        if (price.get().stripTrailingZeros().scale() > MAX_DECIMALS) {
            return new Rejected("too many decimals: price " + price.get().toPlainString() + " has more than two");
        }
        if (date.isEmpty()) {
            return new Rejected("malformed date: \"" + text(csv, OrderFileColumn.DATE) + "\"");
        }
        Optional<String> country = countries.code(text(csv, OrderFileColumn.COUNTRY));
        if (country.isEmpty()) {
            return new Rejected("unknown country: \"" + text(csv, OrderFileColumn.COUNTRY)
                    + "\" (set one for all such names with --default-country)");
        }
        return new Parsed(new OrderRow(
                line,
                order,
                product,
                name(csv, product),
                quantity.get(),
                date.get(),
                price.get(),
                customer,
                country.get()));
    }

    /** The number of the order that a row is of, however wrong the row is; empty if it names none. */
    String orderOf(CSVRecord csv) {
        Integer at = columns.get(OrderFileColumn.ORDER);
        return at == null || at >= csv.size() || isNothing(csv.get(at).strip())
                ? ""
                : csv.get(at).strip();
    }

    /** Why one of the cells cannot be text; a name may have line ends. */
    private Optional<String> unreadable(CSVRecord csv) {
        for (OrderFileColumn column : columns.keySet()) {
            try {
                Text.normalized(LINE_ENDS.matcher(text(csv, column)).replaceAll(" "));
            } catch (IllegalArgumentException e) {
                return Optional.of("unreadable text: column " + column.example() + ": " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static boolean isNothing(String code) {
        return NOTHING.contains(code.toLowerCase(Locale.ROOT));
    }

    private String name(CSVRecord csv, String product) {
        String name = LINE_ENDS.matcher(text(csv, OrderFileColumn.NAME)).replaceAll(" ");
        return name.isEmpty() ? product : Text.normalized(name.substring(0, Math.min(name.length(), MAX_TEXT)));
    }

    private String text(CSVRecord csv, OrderFileColumn column) {
        Integer at = columns.get(column);
        return at == null ? "" : csv.get(at).strip();
    }

    private Optional<BigDecimal> number(String text) {
        return DecimalSign.parse(text, dialect.decimal());
    }
}
