package coop.parasol.local.orders;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The first reading: which customers and products the file names, and how many rows it has. */
final class Survey implements OrderFile.Visitor {

    /** A product as its first row describes it. */
    record Article(String code, String name, BigDecimal price) {}

    final Map<String, Article> articles = new LinkedHashMap<>();
    /** Customer -> country. */
    final Map<String, String> customers = new LinkedHashMap<>();

    long rows;

    @Override
    public void row(Row row, CSVRecord csv) {
        rows++;
        articles.putIfAbsent(row.product(), new Article(row.product(), row.name(), row.price()));
        customers.putIfAbsent(row.customer(), row.country());
    }

    @Override
    public void rejected(long line, String reason, CSVRecord csv) {
        rows++;
    }
}
