package coop.parasol.local.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of an order file, under the names that wholesalers give them. */
enum Column {
    ORDER("invoiceno", "invoice", "orderno", "order", "ordernumber", "orderid", "documentno"),
    PRODUCT("stockcode", "sku", "product", "productcode", "item", "itemno", "article"),
    NAME("description", "name", "productname", "itemname"),
    QUANTITY("quantity", "qty", "units"),
    DATE("invoicedate", "date", "orderdate"),
    PRICE("unitprice", "price", "priceperunit"),
    CUSTOMER("customerid", "customer", "customerno", "partner", "partnerid"),
    COUNTRY("country", "countrycode");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /** A name that is understood. */
    String example() {
        return names.getFirst();
    }

    static Optional<Column> of(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (Column column : values()) {
            if (column.names.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
