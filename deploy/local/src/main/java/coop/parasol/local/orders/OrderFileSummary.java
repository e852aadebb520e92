package coop.parasol.local.orders;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The first pass over an order file: its customers, its products and its number of rows. */
final class OrderFileSummary implements OrderFile.RowHandler {

    /** A product as the first row that names it describes it. */
    record ProductEntry(String code, String name, BigDecimal price) {}

    final Map<String, ProductEntry> products = new LinkedHashMap<>();
    /** Country code by customer number. */
    final Map<String, String> customers = new LinkedHashMap<>();

    long rows;

    @Override
    public void row(OrderRow row, CSVRecord csv) {
        rows++;
        products.putIfAbsent(row.product(), new ProductEntry(row.product(), row.name(), row.price()));
        customers.putIfAbsent(row.customer(), row.country());
    }

    @Override
    public void rejected(long line, String reason, CSVRecord csv) {
        rows++;
    }
}
