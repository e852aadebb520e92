package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.LineReduction;
import coop.parasol.distribution.order.rules.QueueOfWeek;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.UnreservedUnits;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where the units of order lines are. Lines change only while their products are locked. */
@ApplicationScoped
public class OrderLineRepository {

    private final Jdbi jdbi;

    OrderLineRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record NewLine(UUID orderId, Period week, Line line) {}

    /**
     * Inserts the lines of new orders, as a part of a larger statement. Of those that wait for the same goods lines for an earlier week
     * are served first, and those for one week in this order.
     */
    static Part insertPart(List<NewOrder> orders) {
        List<NewLine> lines = orders.stream()
                .map(NewOrder::order)
                .flatMap(
                        order -> order.lines().stream().map(line -> new NewLine(order.orderId(), order.period(), line)))
                .toList();
        List<Line> rows = lines.stream().map(NewLine::line).toList();
        return new Part(
                "inserted_lines",
                """
                insert into order_line (order_id, line, product, grade, unit, quantity, unit_price, price_base, amount,
                                        back_ordered, allocation_pending, queue_position)
                select order_id, line, product, grade, unit, quantity, unit_price, coalesce(price_base, 1), amount, back_ordered,
                       back_ordered > 0, queue_of_week + nextval('order_line_queue')
                  from unnest(:lineOrders, :lineNumbers, :lineProducts, :lineGrades, :lineUnits, :lineQuantities,
                              :linePrices, :linePriceBases, :lineAmounts, :lineBackOrdered, :lineQueues) with ordinality
                       as l (order_id, line, product, grade, unit, quantity, unit_price, price_base, amount, back_ordered,
                             queue_of_week, position)
                 order by position
                """,
                statement -> statement
                        .bindArray("lineOrders", UUID.class, Columns.of(lines, NewLine::orderId))
                        .bindArray("lineNumbers", Integer.class, Columns.of(rows, Line::line))
                        .bindArray("lineProducts", String.class, Columns.of(rows, Line::product))
                        .bindArray("lineGrades", String.class, Columns.of(rows, Line::grade))
                        .bindArray("lineUnits", String.class, Columns.of(rows, Line::unit))
                        .bindArray("lineQuantities", BigDecimal.class, Columns.of(rows, Line::quantity))
                        .bindArray("linePrices", BigDecimal.class, Columns.of(rows, line -> minor(line.unitPrice())))
                        .bindArray("linePriceBases", Integer.class, Columns.of(rows, line -> base(line.unitPrice())))
                        .bindArray("lineAmounts", Long.class, Columns.of(rows, line -> minor(line.amount())))
                        .bindArray("lineBackOrdered", BigDecimal.class, Columns.of(rows, Line::backOrdered))
                        .bindArray("lineQueues", Long.class, Columns.of(lines, line -> QueueOfWeek.base(line.week()))));
    }

    static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    private static @Nullable BigDecimal minor(@Nullable UnitPrice price) {
        return price == null ? null : price.minor();
    }

    private static @Nullable Integer base(@Nullable UnitPrice price) {
        return price == null ? null : price.per();
    }

    /**
     * Moves reserved units from back-ordered to allocated, as a part of a larger statement that also reserves them. A line that gets a
     * part only is pending: there may be more goods.
     */
    static Part allocatePart(List<Reservation> reservations) {
        return new Part(
                "allocated_lines",
                """
                update order_line l
                   set allocated = l.allocated + t.quantity, back_ordered = l.back_ordered - t.quantity,
                       allocation_pending = l.back_ordered > t.quantity, pending_since = now()
                  from (select order_id, line, sum(quantity) as quantity
                          from unnest(:allocatedOrders, :allocatedLines, :allocatedQuantities)
                            as u (order_id, line, quantity) group by order_id, line) t
                 where l.order_id = t.order_id and l.line = t.line
                """,
                statement -> statement
                        .bindArray(
                                "allocatedOrders",
                                UUID.class,
                                reservations.stream().map(Reservation::orderId).toList())
                        .bindArray(
                                "allocatedLines",
                                Integer.class,
                                reservations.stream().map(Reservation::line).toList())
                        .bindArray(
                                "allocatedQuantities",
                                BigDecimal.class,
                                reservations.stream()
                                        .map(r -> r.units().quantity())
                                        .toList()));
    }

    /** Moves units that are reserved no longer from allocated to back-ordered. */
    void backOrder(List<UnreservedUnits> unreserved) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update order_line l
                           set allocated = l.allocated - t.quantity, back_ordered = l.back_ordered + t.quantity
                          from unnest(:orderIds, :lines, :quantities) as t (order_id, line, quantity)
                         where l.order_id = t.order_id and l.line = t.line
                        """)
                .bindArray(
                        "orderIds",
                        UUID.class,
                        unreserved.stream().map(UnreservedUnits::orderId).toList())
                .bindArray(
                        "lines",
                        Integer.class,
                        unreserved.stream().map(UnreservedUnits::line).toList())
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        unreserved.stream().map(UnreservedUnits::quantity).toList())
                .execute());
    }

    /**
     * Cancels all that has not been dispatched.
     *
     * @return the goods that were waited for or reserved; none if there was nothing to cancel
     */
    Set<ProductGrade> cancelUndispatched(UUID orderId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update order_line
                           set cancelled = cancelled + back_ordered + allocated - dispatched,
                               allocated = dispatched, back_ordered = 0, allocation_pending = false
                         where order_id = :orderId and back_ordered + allocated - dispatched > 0
                        returning product, grade, unit
                        """)
                .bind("orderId", orderId)
                .mapTo(ProductGrade.class)
                .set());
    }

    /** Cancels a part of a line, and prices what is left of it. */
    void reduce(UUID orderId, int line, LineReduction.Reduced reduced) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update order_line
                           set cancelled = cancelled + :notWaitedFor + :unreserved, back_ordered = back_ordered - :notWaitedFor,
                               allocated = allocated - :unreserved, fallen_short = fallen_short + :fallenShort,
                               allocation_pending = allocation_pending and back_ordered > :notWaitedFor
                         where order_id = :orderId and line = :line
                        """)
                .bind("notWaitedFor", reduced.notWaitedFor())
                .bind("unreserved", reduced.unreserved())
                .bind("fallenShort", reduced.fallenShort())
                .bind("orderId", orderId)
                .bind("line", line)
                .execute());
        price(orderId, Map.of(line, reduced.unitPrice()));
    }

    /** Writes what lines cost from now on. */
    void price(UUID orderId, Map<Integer, UnitPrice> prices) {
        List<Map.Entry<Integer, UnitPrice>> rows = List.copyOf(prices.entrySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update order_line l set unit_price = p.unit_price, price_base = p.price_base
                          from unnest(:lines, :unitPrices, :priceBases) as p (line, unit_price, price_base)
                         where l.order_id = :orderId and l.line = p.line
                        """)
                .bindArray("lines", Integer.class, Columns.of(rows, Map.Entry::getKey))
                .bindArray(
                        "unitPrices",
                        BigDecimal.class,
                        Columns.of(rows, row -> row.getValue().minor()))
                .bindArray(
                        "priceBases",
                        Integer.class,
                        Columns.of(rows, row -> row.getValue().per()))
                .bind("orderId", orderId)
                .execute());
    }

    /** Counts units as dispatched, by line. */
    public void dispatch(UUID orderId, Map<Integer, BigDecimal> quantities) {
        count("update order_line l set dispatched = l.dispatched + t.quantity", orderId, quantities);
    }

    /** Counts units as delivered, by line. */
    public void deliver(UUID orderId, Map<Integer, BigDecimal> quantities) {
        count("update order_line l set delivered = l.delivered + t.quantity", orderId, quantities);
    }

    private void count(String update, UUID orderId, Map<Integer, BigDecimal> quantities) {
        List<Integer> lines = List.copyOf(quantities.keySet());
        jdbi.useHandle(handle -> handle.createUpdate(update + " from unnest(:lines, :quantities) as t (line, quantity)"
                        + " where l.order_id = :orderId and l.line = t.line")
                .bindArray("lines", Integer.class, lines)
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        lines.stream().map(quantities::get).toList())
                .bind("orderId", orderId)
                .execute());
    }
}
