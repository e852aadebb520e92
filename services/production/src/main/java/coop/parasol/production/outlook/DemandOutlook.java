package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import coop.parasol.production.product.ProductGrade;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered and what is committed of each product and grade in each ISO week, kept as sums, so that reading them costs the same
 * after a million orders. Each change adds to the sums of its own product, grade and week, in any sequence.
 */
@ApplicationScoped
public class DemandOutlook {

    private final Jdbi jdbi;

    DemandOutlook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An amount by which a sum of a product, grade and week has changed; negative if there is less. */
    public record Change(String product, String grade, Period period, String unit, BigDecimal quantity) {}

    /**
     * The sums of a product, grade and week.
     *
     * @param openOrders ordered and not yet dispatched
     * @param earlierOpenOrders open orders for earlier weeks
     * @param commitments committed and not yet reported
     */
    record ProductWeek(
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal openOrders,
            BigDecimal earlierOpenOrders,
            BigDecimal commitments) {}

    /** Changes what is ordered and not yet dispatched. */
    void addOpenOrders(List<Change> changes) {
        add("open_orders", changes);
    }

    /** @param change of what is committed and not yet reported; negative if there is less */
    public void addCommitments(String product, String grade, Period period, String unit, BigDecimal change) {
        addCommitments(List.of(new Change(product, grade, period, unit, change)));
    }

    /** The same for several changes, in one statement. */
    public void addCommitments(List<Change> changes) {
        add("commitments", changes);
    }

    /** Adds in the order of products, grades and weeks, so that two transactions do not wait for each other. */
    private void add(String column, List<Change> changes) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into demand_outlook (product, grade, period, unit, %1$s)
            select product, grade, period, min(unit), sum(quantity)
              from unnest(:products, :grades, :periods, :units, :quantities)
                   as change (product, grade, period, unit, quantity)
             group by product, grade, period having sum(quantity) <> 0
             order by product, grade, period
            on conflict (product, grade, period) do update
               set %1$s = demand_outlook.%1$s + excluded.%1$s
            """.formatted(column))
                .bindArray("products", String.class, Columns.of(changes, Change::product))
                .bindArray("grades", String.class, Columns.of(changes, Change::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(changes, change -> change.period().toString()))
                .bindArray("units", String.class, Columns.of(changes, Change::unit))
                .bindArray("quantities", BigDecimal.class, Columns.of(changes, Change::quantity))
                .execute());
    }

    /**
     * Where a page begins: behind this product, grade and week.
     *
     * @param period empty texts stand before all
     */
    record Position(String product, String grade, String period) {

        static final Position FIRST = new Position("", "", "");
    }

    /**
     * Products, grades and weeks with open orders or commitments, in their order.
     *
     * @param product null for all
     * @param period null for all
     */
    List<ProductWeek> page(@Nullable String product, @Nullable Period period, Position after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with week as (
                select product, grade, period, unit, open_orders, commitments,
                       sum(open_orders) over (partition by product, grade order by period) - open_orders
                           as earlier_open_orders
                  from demand_outlook
                 where (open_orders <> 0 or commitments <> 0) and (:product = '' or product = :product))
            select product, grade, period, unit, open_orders, earlier_open_orders, commitments
              from week
             where (:period = '' or period = :period)
               and (product, grade, period) > (:afterProduct, :afterGrade, :afterPeriod)
             order by product, grade, period limit :maxRows
            """)
                .bind("product", product == null ? "" : product)
                .bind("period", period == null ? "" : period.toString())
                .bind("afterProduct", after.product())
                .bind("afterGrade", after.grade())
                .bind("afterPeriod", after.period())
                .bind("maxRows", maxRows)
                .mapTo(ProductWeek.class)
                .list());
    }

    /**
     * Open orders of a product and grade.
     *
     * @param ofWeek for the week
     * @param ofEarlierWeeks for all weeks before it
     */
    public record OpenOrders(BigDecimal ofWeek, BigDecimal ofEarlierWeeks) {}

    /** What partners have ordered of a product and grade up to a week, and what was not dispatched of it. */
    public OpenOrders openOrders(ProductGrade goods, Period week) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(sum(open_orders) filter (where period = :period), 0) as of_week,
                   coalesce(sum(open_orders) filter (where period < :period), 0) as of_earlier_weeks
              from demand_outlook
             where product = :product and grade = :grade and period <= :period and open_orders <> 0
            """)
                .bind("product", goods.product())
                .bind("grade", goods.grade())
                .bind("period", week.toString())
                .mapTo(OpenOrders.class)
                .one());
    }
}
