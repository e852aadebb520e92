package coop.parasol.local.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Parses the records of an order file into rows, or gives the reason why a record cannot become a line of an order. */
final class RowParser {

    private static final int MAX_DECIMALS = 2;
    private static final int MAX_TEXT = 100;

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
        String order = text(csv, OrderFileColumn.ORDER);
        String product = text(csv, OrderFileColumn.PRODUCT);
        String customer = text(csv, OrderFileColumn.CUSTOMER);
        Optional<BigDecimal> quantity = number(text(csv, OrderFileColumn.QUANTITY));
        Optional<BigDecimal> price = number(text(csv, OrderFileColumn.PRICE));
        Optional<LocalDate> date = dialect.dates().parse(text(csv, OrderFileColumn.DATE));
        if (order.isEmpty() || order.length() > MAX_TEXT) {
            return new Rejected("no order number");
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
        if (customer.isEmpty() || customer.length() > MAX_TEXT) {
            return new Rejected("no customer: an order needs a partner");
        }
        if (!product.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,49}")) {
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

    private String name(CSVRecord csv, String product) {
        String name = text(csv, OrderFileColumn.NAME).replaceAll("\\p{Cntrl}", " ");
        return name.isEmpty() ? product : name.substring(0, Math.min(name.length(), MAX_TEXT));
    }

    private String text(CSVRecord csv, OrderFileColumn column) {
        Integer at = columns.get(column);
        return at == null ? "" : csv.get(at).strip();
    }

    /** A number in which the separator that is not the decimal separator may group thousands. */
    private Optional<BigDecimal> number(String text) {
        char group = dialect.decimal() == ',' ? '.' : ',';
        String plain = text;
        if (List.of(plain.split(java.util.regex.Pattern.quote(String.valueOf(group)), -1)).stream()
                .skip(1)
                .allMatch(group3 -> group3.matches("\\d{3}([.,]\\d+)?"))) {
            plain = plain.replace(String.valueOf(group), "");
        }
        plain = plain.replace(dialect.decimal(), '.');
        return plain.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
