package coop.parasol.production.outlook;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The sums of the outlook; each change adds to a row of its own product and period, in any sequence. */
@ApplicationScoped
public class Outlook {

    private final Session database;

    Outlook(Session database) {
        this.database = database;
    }

    /**
     * What is wanted of a product in a period, and what is there or promised.
     *
     * @param certifiedStock of the product, after what earlier periods need of it
     */
    public record Line(
            String product,
            String period,
            BigDecimal openOrders,
            BigDecimal certifiedStock,
            BigDecimal commitments,
            String unit) {}

    public void addOpenOrders(String product, String period, BigDecimal change) {
        if (change.signum() != 0) {
            add("open_orders", product, period, change);
        }
    }

    /** @param change of what is committed and not yet reported */
    public void addCommitted(String product, String period, BigDecimal change) {
        if (change.signum() != 0) {
            add("committed", product, period, change);
        }
    }

    public void addCertified(String product, BigDecimal change) {
        addStock("certified", product, change);
    }

    public void addDispatched(String product, BigDecimal change) {
        addStock("dispatched", product, change);
    }

    /** In the order of product and period, after the given ones. */
    public List<Line> page(
            @Nullable String product, @Nullable String period, String afterProduct, String afterPeriod, int fetch) {
        return database.createNativeQuery("""
                        with need as (
                            select product, period, open_orders, committed,
                                   sum(open_orders) over (partition by product order by period) - open_orders as earlier
                            from outlook
                            where (open_orders <> 0 or committed <> 0) and (:product = '' or product = :product))
                        select need.product, need.period, open_orders, committed, unit, greatest(0,
                                   coalesce(certified - dispatched, 0) - earlier)
                        from need join product on product.code = need.product
                             left join certified_stock stock on stock.product = need.product
                        where (:period = '' or period = :period) and (need.product, need.period) > (:afterProduct, :afterPeriod)
                        order by need.product, need.period limit :fetch
                        """, Object[].class)
                .setParameter("product", product == null ? "" : product)
                .setParameter("period", period == null ? "" : period)
                .setParameter("afterProduct", afterProduct)
                .setParameter("afterPeriod", afterPeriod)
                .setParameter("fetch", fetch)
                .getResultStream()
                .map(row -> new Line(
                        (String) row[0],
                        (String) row[1],
                        (BigDecimal) row[2],
                        (BigDecimal) row[5],
                        (BigDecimal) row[3],
                        (String) row[4]))
                .toList();
    }

    private void add(String column, String product, String period, BigDecimal change) {
        database.createNativeMutationQuery("insert into outlook (product, period, " + column + ") values (?1, ?2, ?3)"
                        + " on conflict (product, period) do update set " + column + " = outlook." + column
                        + " + excluded." + column)
                .setParameter(1, product)
                .setParameter(2, period)
                .setParameter(3, change)
                .executeUpdate();
    }

    private void addStock(String column, String product, BigDecimal change) {
        database.createNativeMutationQuery("insert into certified_stock (product, " + column + ") values (?1, ?2)"
                        + " on conflict (product) do update set " + column + " = certified_stock." + column
                        + " + excluded." + column)
                .setParameter(1, product)
                .setParameter(2, change)
                .executeUpdate();
    }
}
