package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import coop.parasol.production.outlook.rules.NetRequirement;
import coop.parasol.production.outlook.rules.StockOfWeek;
import coop.parasol.production.product.ProductGrade;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered, forecast and committed of each product and grade in each ISO week, kept as sums, so that reading them costs the same
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
     * By how much what partners want of a product and grade for a week has changed; negative where there is less.
     *
     * @param openOrders ordered and not yet dispatched
     * @param dispatched for orders for the week
     * @param forecasts less what orders have consumed of them
     * @param reserved goods for the open orders
     */
    record DemandChange(
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal openOrders,
            BigDecimal dispatched,
            BigDecimal forecasts,
            BigDecimal reserved) {

        boolean isNone() {
            return openOrders.signum() == 0
                    && dispatched.signum() == 0
                    && forecasts.signum() == 0
                    && reserved.signum() == 0;
        }
    }

    /**
     * The sums of a product, grade and week.
     *
     * @param openOrders ordered and not yet dispatched
     * @param forecasts of partners, less what their orders have consumed; none for a week that is over
     * @param earlierNeeds open orders and forecasts for earlier weeks
     * @param commitments committed and not yet reported
     * @param reserved goods for the open orders of the week
     * @param earlierReserved of the earlier needs
     * @param laterReserved goods for open orders of later weeks
     */
    record ProductWeek(
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal openOrders,
            BigDecimal forecasts,
            BigDecimal earlierNeeds,
            BigDecimal commitments,
            BigDecimal reserved,
            BigDecimal earlierReserved,
            BigDecimal laterReserved) {

        /** @param certifiedStock of the product and grade, now */
        NetRequirement.Week netRequirement(BigDecimal certifiedStock) {
            BigDecimal stock = StockOfWeek.of(
                    certifiedStock, new StockOfWeek.Reserved(reserved, earlierReserved, laterReserved), earlierNeeds);
            return NetRequirement.of(openOrders.add(forecasts), stock, commitments);
        }
    }

    /** Changes what partners want; in the order of products, grades and weeks, so that two transactions do not wait for each other. */
    void addDemand(List<DemandChange> all) {
        List<DemandChange> changes =
                all.stream().filter(change -> !change.isNone()).toList();
        if (changes.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into demand_outlook (product, grade, period, unit, open_orders, dispatched, forecasts, reserved)
            select product, grade, period, min(unit), sum(open_orders), sum(dispatched), sum(forecasts), sum(reserved)
              from unnest(:products, :grades, :periods, :units, :openOrders, :dispatched, :forecasts, :reserved)
                   as change (product, grade, period, unit, open_orders, dispatched, forecasts, reserved)
             group by product, grade, period
             order by product, grade, period
            on conflict (product, grade, period) do update
               set open_orders = demand_outlook.open_orders + excluded.open_orders,
                   dispatched = demand_outlook.dispatched + excluded.dispatched,
                   forecasts = demand_outlook.forecasts + excluded.forecasts,
                   reserved = demand_outlook.reserved + excluded.reserved
            """)
                .bindArray("products", String.class, Columns.of(changes, DemandChange::product))
                .bindArray("grades", String.class, Columns.of(changes, DemandChange::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(changes, change -> change.period().toString()))
                .bindArray("units", String.class, Columns.of(changes, DemandChange::unit))
                .bindArray("openOrders", BigDecimal.class, Columns.of(changes, DemandChange::openOrders))
                .bindArray("dispatched", BigDecimal.class, Columns.of(changes, DemandChange::dispatched))
                .bindArray("forecasts", BigDecimal.class, Columns.of(changes, DemandChange::forecasts))
                .bindArray("reserved", BigDecimal.class, Columns.of(changes, DemandChange::reserved))
                .execute());
    }

    /** @param change of what is committed and not yet reported; negative if there is less */
    public void addCommitments(String product, String grade, Period period, String unit, BigDecimal change) {
        addCommitments(List.of(new Change(product, grade, period, unit, change)));
    }

    /** The same for several changes, in one statement; in the order of products, grades and weeks. */
    public void addCommitments(List<Change> changes) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into demand_outlook (product, grade, period, unit, commitments)
            select product, grade, period, min(unit), sum(quantity)
              from unnest(:products, :grades, :periods, :units, :quantities)
                   as change (product, grade, period, unit, quantity)
             group by product, grade, period having sum(quantity) <> 0
             order by product, grade, period
            on conflict (product, grade, period) do update
               set commitments = demand_outlook.commitments + excluded.commitments
            """)
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

    private static final String LINES = """
            with line as (
                select product, grade, period, unit, open_orders, commitments, reserved,
                       case when period >= :thisWeek then forecasts else 0 end as forecasts
                  from demand_outlook
                 where (open_orders <> 0 or commitments <> 0 or forecasts <> 0) and %s),
            week as (
                select product, grade, period, unit, open_orders, forecasts, commitments, reserved,
                       sum(open_orders + forecasts) over (partition by product, grade order by period)
                           - open_orders - forecasts as earlier_needs,
                       sum(reserved) over (partition by product, grade order by period) - reserved as earlier_reserved,
                       sum(reserved) over (partition by product, grade) as all_reserved
                  from line
                 where open_orders <> 0 or commitments <> 0 or forecasts <> 0)
            select product, grade, period, unit, open_orders, forecasts, earlier_needs, commitments, reserved,
                   earlier_reserved, all_reserved - earlier_reserved - reserved as later_reserved
              from week
            """;

    /**
     * Products, grades and weeks with open orders, forecasts or commitments, in their order.
     *
     * @param product null for all
     * @param period null for all
     * @param thisWeek a forecast for an earlier week is over
     */
    List<ProductWeek> page(
            @Nullable String product, @Nullable Period period, Period thisWeek, Position after, int maxRows) {
        return jdbi.withHandle(
                handle -> handle.createQuery(LINES.formatted("(:product = '' or product = :product)") + """
             where (:period = '' or period = :period)
               and (product, grade, period) > (:afterProduct, :afterGrade, :afterPeriod)
             order by product, grade, period limit :maxRows
            """)
                        .bind("product", product == null ? "" : product)
                        .bind("period", period == null ? "" : period.toString())
                        .bind("thisWeek", thisWeek)
                        .bind("afterProduct", after.product())
                        .bind("afterGrade", after.grade())
                        .bind("afterPeriod", after.period())
                        .bind("maxRows", maxRows)
                        .mapTo(ProductWeek.class)
                        .list());
    }

    /** The same of products in some weeks, in the order of products, grades and weeks. */
    List<ProductWeek> ofWeeks(List<UncoveredDemand.Week> weeks, Period thisWeek) {
        return jdbi.withHandle(handle -> handle.createQuery(LINES.formatted("product = any(:products)") + """
             where (product, period) in (select * from unnest(:products, :periods))
             order by product, grade, period
            """)
                .bind("thisWeek", thisWeek)
                .bindArray("products", String.class, Columns.of(weeks, UncoveredDemand.Week::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(weeks, week -> week.period().toString()))
                .mapTo(ProductWeek.class)
                .list());
    }

    /**
     * What partners want of a product and grade.
     *
     * @param ofWeek the larger of orders and forecast of each partner for the week, what was dispatched of it included
     * @param dispatched of it
     * @param earlierNeeds open orders and forecasts for all weeks before it
     * @param reserved goods for open orders for the week
     * @param earlierReserved of the earlier needs
     * @param laterReserved goods for open orders for later weeks
     */
    public record Demand(
            BigDecimal ofWeek,
            BigDecimal dispatched,
            BigDecimal earlierNeeds,
            BigDecimal reserved,
            BigDecimal earlierReserved,
            BigDecimal laterReserved) {

        /**
         * The stock that is the week's.
         *
         * @param certifiedStock of the product and grade, now
         */
        public BigDecimal stock(BigDecimal certifiedStock) {
            return StockOfWeek.of(
                    certifiedStock, new StockOfWeek.Reserved(reserved, earlierReserved, laterReserved), earlierNeeds);
        }
    }

    /** A product and grade in a week. */
    public record GoodsWeek(ProductGrade goods, Period period) {}

    /**
     * What partners want of products and grades for weeks and before them, in the order in which they are named.
     *
     * @param thisWeek a forecast for a week before this one is over
     */
    public List<Demand> demands(List<GoodsWeek> goods, Period thisWeek) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(sum(o.open_orders + o.dispatched + o.forecasts) filter (where o.period = named.period), 0) as of_week,
                   coalesce(sum(o.dispatched) filter (where o.period = named.period), 0) as dispatched,
                   coalesce(sum(o.open_orders + case when o.period >= :thisWeek then o.forecasts else 0 end)
                                filter (where o.period < named.period), 0) as earlier_needs,
                   coalesce(sum(o.reserved) filter (where o.period = named.period), 0) as reserved,
                   coalesce(sum(o.reserved) filter (where o.period < named.period), 0) as earlier_reserved,
                   coalesce(sum(o.reserved) filter (where o.period > named.period), 0) as later_reserved
              from unnest(:products, :grades, :periods) with ordinality as named (product, grade, period, position)
              left join demand_outlook o
                on o.product = named.product and o.grade = named.grade
             group by named.position order by named.position
            """)
                .bindArray(
                        "products",
                        String.class,
                        Columns.of(goods, each -> each.goods().product()))
                .bindArray(
                        "grades",
                        String.class,
                        Columns.of(goods, each -> each.goods().grade()))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(goods, each -> each.period().toString()))
                .bind("thisWeek", thisWeek)
                .mapTo(Demand.class)
                .list());
    }
}
