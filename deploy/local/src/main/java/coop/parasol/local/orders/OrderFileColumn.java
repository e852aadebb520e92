package coop.parasol.local.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of an order file, each with the header names by which it is recognised, in lower case without punctuation. */
enum OrderFileColumn {
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

    OrderFileColumn(String... names) {
        this.names = List.of(names);
    }

    /** One of the header names, for messages. */
    String example() {
        return names.getFirst();
    }

    /** The column of that header name; case and punctuation do not count. */
    static Optional<OrderFileColumn> of(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (OrderFileColumn column : values()) {
            if (column.names.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
