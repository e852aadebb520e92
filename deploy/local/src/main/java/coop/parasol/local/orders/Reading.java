package coop.parasol.local.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Makes rows of records, or says why one cannot become a line of an order. */
final class Reading {

    private static final int MAX_DECIMALS = 2;
    private static final int MAX_TEXT = 100;

    private final Map<Column, Integer> columns;
    private final int width;
    private final Dialect dialect;
    private final Countries countries;

    Reading(Map<Column, Integer> columns, int width, Dialect dialect, Countries countries) {
        this.columns = columns;
        this.width = width;
        this.dialect = dialect;
        this.countries = countries;
    }

    /** What a record is. */
    sealed interface Outcome permits Read, Rejected {}

    record Read(Row row) implements Outcome {}

    /** @param reason for the rejects file: a short kind, a colon, and what is wrong with this one */
    record Rejected(String reason) implements Outcome {}

    Outcome read(CSVRecord csv, long line) {
        if (csv.size() != width) {
            return new Rejected("malformed row: it has " + csv.size() + " columns, the header has " + width);
        }
        String order = text(csv, Column.ORDER);
        String product = text(csv, Column.PRODUCT);
        String customer = text(csv, Column.CUSTOMER);
        Optional<BigDecimal> quantity = number(text(csv, Column.QUANTITY));
        Optional<BigDecimal> price = number(text(csv, Column.PRICE));
        Optional<LocalDate> date = dialect.dates().parse(text(csv, Column.DATE));
        if (order.isEmpty() || order.length() > MAX_TEXT) {
            return new Rejected("no order number");
        }
        if (quantity.isEmpty() || price.isEmpty()) {
            return new Rejected("malformed number: quantity \"" + text(csv, Column.QUANTITY) + "\", price \""
                    + text(csv, Column.PRICE) + "\"");
        }
        if (order.toUpperCase(java.util.Locale.ROOT).startsWith("C")
                && quantity.get().signum() < 0) {
            return new Rejected("cancellation: a partner cancels its own order, before it is dispatched");
        }
        if (quantity.get().signum() <= 0) {
            return new Rejected(
                    "no quantity: " + quantity.get().toPlainString() + " is a correction of stock, not an order");
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
            return new Rejected("price too fine: " + price.get().toPlainString() + " has more than two decimals");
        }
        if (date.isEmpty()) {
            return new Rejected("malformed date: \"" + text(csv, Column.DATE) + "\"");
        }
        Optional<String> country = countries.code(text(csv, Column.COUNTRY));
        if (country.isEmpty()) {
            return new Rejected("unknown country: \"" + text(csv, Column.COUNTRY) + "\" (--default-country helps)");
        }
        return new Read(new Row(
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
        String name = text(csv, Column.NAME).replaceAll("\\p{Cntrl}", " ");
        return name.isEmpty() ? product : name.substring(0, Math.min(name.length(), MAX_TEXT));
    }

    private String text(CSVRecord csv, Column column) {
        Integer at = columns.get(column);
        return at == null ? "" : csv.get(at).strip();
    }

    /** Thousands may be grouped by the other sign. */
    private Optional<BigDecimal> number(String text) {
        char group = dialect.decimal() == ',' ? '.' : ',';
        String plain = text;
        if (List.of(plain.split(java.util.regex.Pattern.quote(String.valueOf(group)), -1)).stream()
                .skip(1)
                .allMatch(part -> part.matches("\\d{3}([.,]\\d+)?"))) {
            plain = plain.replace(String.valueOf(group), "");
        }
        plain = plain.replace(dialect.decimal(), '.');
        return plain.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
