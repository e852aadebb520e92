package coop.parasol.local.orders;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The first pass over an order file: its customers, its products, its orders and its number of rows. */
final class OrderFileSummary implements OrderFile.RowHandler {

    /** A product as the first row that names it describes it. */
    record ProductEntry(String code, String name, BigDecimal price) {}

    final Map<String, ProductEntry> products = new LinkedHashMap<>();
    /** Country code by customer number. */
    final Map<String, String> customers = new LinkedHashMap<>();

    /** How many good rows each order has, by its number and customer; they need not stand together. */
    final Map<OrderKey, Integer> rowsOfOrder = new HashMap<>();
    /** Why an order is not whole, by its number: one of its rows is bad, or one that names no order follows it. */
    final Map<String, String> incomplete = new HashMap<>();

    long rows;
    private @Nullable String previousOrder;

    /** An order of the file. */
    record OrderKey(String order, String customer) {

        static OrderKey of(OrderRow row) {
            return new OrderKey(row.order(), row.customer());
        }
    }

    @Override
    public void row(OrderRow row, CSVRecord csv) {
        rows++;
        previousOrder = row.order();
        rowsOfOrder.merge(OrderKey.of(row), 1, Integer::sum);
        products.putIfAbsent(row.product(), new ProductEntry(row.product(), row.name(), row.price()));
        customers.putIfAbsent(row.customer(), row.country());
    }

    @Override
    public void rejected(long line, String reason, CSVRecord csv, String order) {
        rows++;
        if (!order.isEmpty()) {
            previousOrder = order;
            incomplete.putIfAbsent(order, "line " + line + " of it is rejected");
        } else if (previousOrder != null) {
            incomplete.putIfAbsent(previousOrder, "line " + line + ", which names no order, may be its");
        }
    }
}
