package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered and what is committed of each product in each ISO week, kept as sums, so that reading them costs the same
 * after a million orders. Each change adds to the sums of its own product and week, in any sequence.
 */
@ApplicationScoped
public class DemandOutlook {

    private final Jdbi jdbi;

    DemandOutlook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An amount by which the open orders of a product and week have changed; negative if there are fewer. */
    record OpenOrdersChange(String product, Period period, String unit, BigDecimal quantity) {}

    /** An amount by which what is committed and not yet reported of a product and week has changed; negative if there is less. */
    public record CommitmentsChange(String product, Period period, String unit, BigDecimal quantity) {}

    /**
     * The sums of a product and week.
     *
     * @param openOrders ordered and not yet dispatched
     * @param earlierOpenOrders open orders for earlier weeks
     * @param commitments committed and not yet reported
     */
    record ProductWeek(
            String product,
            Period period,
            String unit,
            BigDecimal openOrders,
            BigDecimal earlierOpenOrders,
            BigDecimal commitments) {}

    /** Adds in the order of products and weeks, so that two transactions do not wait for each other. */
    void addOpenOrders(List<OpenOrdersChange> changes) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into demand_outlook (product, period, unit, open_orders)
                        select product, period, min(unit), sum(quantity)
                          from unnest(:products, :periods, :units, :quantities)
                               as change (product, period, unit, quantity)
                         group by product, period having sum(quantity) <> 0
                         order by product, period
                        on conflict (product, period) do update
                           set open_orders = demand_outlook.open_orders + excluded.open_orders
                        """)
                .bindArray("products", String.class, Columns.of(changes, OpenOrdersChange::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(changes, change -> change.period().toString()))
                .bindArray("units", String.class, Columns.of(changes, OpenOrdersChange::unit))
                .bindArray("quantities", BigDecimal.class, Columns.of(changes, OpenOrdersChange::quantity))
                .execute());
    }

    /** @param change of what is committed and not yet reported; negative if there is less */
    public void addCommitments(String product, Period period, String unit, BigDecimal change) {
        addCommitments(List.of(new CommitmentsChange(product, period, unit, change)));
    }

    /** The same for several changes, in one statement. */
    public void addCommitments(List<CommitmentsChange> changes) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into demand_outlook (product, period, unit, commitments)
                        select product, period, min(unit), sum(quantity)
                          from unnest(:products, :periods, :units, :quantities)
                               as change (product, period, unit, quantity)
                         group by product, period having sum(quantity) <> 0
                         order by product, period
                        on conflict (product, period) do update
                           set commitments = demand_outlook.commitments + excluded.commitments
                        """)
                .bindArray("products", String.class, Columns.of(changes, CommitmentsChange::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(changes, change -> change.period().toString()))
                .bindArray("units", String.class, Columns.of(changes, CommitmentsChange::unit))
                .bindArray("quantities", BigDecimal.class, Columns.of(changes, CommitmentsChange::quantity))
                .execute());
    }

    /**
     * Products and weeks with open orders or commitments, in their order.
     *
     * @param product null for all
     * @param period null for all
     * @param afterProduct with {@code afterPeriod} where the page begins; empty for the first
     */
    List<ProductWeek> page(
            @Nullable String product, @Nullable Period period, String afterProduct, String afterPeriod, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with week as (
                            select product, period, unit, open_orders, commitments,
                                   sum(open_orders) over (partition by product order by period) - open_orders
                                       as earlier_open_orders
                              from demand_outlook
                             where (open_orders <> 0 or commitments <> 0) and (:product = '' or product = :product))
                        select product, period, unit, open_orders, earlier_open_orders, commitments
                          from week
                         where (:period = '' or period = :period) and (product, period) > (:afterProduct, :afterPeriod)
                         order by product, period limit :maxRows
                        """)
                .bind("product", product == null ? "" : product)
                .bind("period", period == null ? "" : period.toString())
                .bind("afterProduct", afterProduct)
                .bind("afterPeriod", afterPeriod)
                .bind("maxRows", maxRows)
                .mapTo(ProductWeek.class)
                .list());
    }
}
