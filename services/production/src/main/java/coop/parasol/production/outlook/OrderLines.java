package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Period;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import coop.parasol.production.outlook.DemandOutlook.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The lines of partners' orders, and the demand that is open of them. A shipment may arrive before its order; the demand
 * outlook is the same in the end, whichever event comes first.
 */
@ApplicationScoped
class OrderLines implements ReadModel {

    private final Jdbi jdbi;
    private final DemandOutlook outlook;

    OrderLines(Jdbi jdbi, DemandOutlook outlook) {
        this.jdbi = jdbi;
        this.outlook = outlook;
    }

    @Override
    public String name() {
        return "lines and open quantities of orders";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("order_line"), new Copy("demand_outlook", Set.of("open_orders")));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(OrderAccepted.class, this::accepted),
                new Projection<>(ShipmentDispatched.class, this::dispatched),
                new Projection<>(OrderCancelled.class, this::cancelled));
    }

    /** Distribution has accepted orders. */
    void accepted(List<OrderAccepted> orders) {
        order(orders.stream()
                .flatMap(order -> order.lines().stream()
                        .map(line -> new Ordered(
                                order.orderId(),
                                order.period(),
                                line.line(),
                                line.product(),
                                line.grade(),
                                line.quantity().unit(),
                                line.quantity().value())))
                .toList());
    }

    /** Distribution has dispatched goods for lines of orders. */
    void dispatched(List<ShipmentDispatched> shipments) {
        Map<LineKey, BigDecimal> byLine = new HashMap<>();
        for (ShipmentDispatched shipment : shipments) {
            for (ShippedGoods goods : shipment.goods()) {
                byLine.merge(
                        new LineKey(shipment.orderId(), goods.line()),
                        goods.quantity().value(),
                        BigDecimal::add);
            }
        }
        dispatch(byLine);
    }

    /** Takes the lines of cancelled orders out of the demand. */
    void cancelled(List<OrderCancelled> orders) {
        cancel(Columns.of(orders, OrderCancelled::orderId));
    }

    /** A line that a partner has ordered, in the unit of the product. */
    record Ordered(
            UUID orderId, Period period, int line, String product, String grade, String unit, BigDecimal quantity) {}

    /** A line; product, grade, week and unit are unknown until the order arrives. */
    record OrderLine(
            UUID orderId,
            int line,
            @Nullable String product,
            @Nullable String grade,
            @Nullable Period period,
            @Nullable String unit,
            BigDecimal ordered,
            BigDecimal dispatched,
            boolean cancelled) {

        /** What is ordered and neither dispatched nor cancelled. */
        BigDecimal open() {
            return cancelled ? BigDecimal.ZERO : notDispatched();
        }

        BigDecimal notDispatched() {
            return ordered.subtract(dispatched).max(BigDecimal.ZERO);
        }

        OrderLine before(BigDecimal shipped) {
            return new OrderLine(
                    orderId, line, product, grade, period, unit, ordered, dispatched.subtract(shipped), cancelled);
        }

        /** Nothing if the order is not yet known: what is open is added when it is. */
        Stream<Change> change(BigDecimal quantity) {
            return product == null || grade == null || period == null || unit == null
                    ? Stream.empty()
                    : Stream.of(new Change(product, grade, period, unit, quantity));
        }
    }

    /** Partners have ordered these lines; what is not dispatched already is open. */
    private void order(List<Ordered> lines) {
        List<OrderLine> ordered = jdbi.withHandle(handle -> handle.createQuery("""
            insert into order_line (order_id, line, product, grade, period, unit, ordered)
            select order_id, line, product, grade, period, unit, quantity
              from unnest(:orders, :lines, :products, :grades, :periods, :units, :quantities)
                   as ordered (order_id, line, product, grade, period, unit, quantity)
             order by order_id, line
            on conflict (order_id, line) do update
               set product = excluded.product, grade = excluded.grade, period = excluded.period, unit = excluded.unit,
                   ordered = excluded.ordered
            returning order_id, line, product, grade, period, unit, ordered, dispatched, cancelled
            """)
                .bindArray("orders", UUID.class, Columns.of(lines, Ordered::orderId))
                .bindArray("lines", Integer.class, Columns.of(lines, Ordered::line))
                .bindArray("products", String.class, Columns.of(lines, Ordered::product))
                .bindArray("grades", String.class, Columns.of(lines, Ordered::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(lines, line -> line.period().toString()))
                .bindArray("units", String.class, Columns.of(lines, Ordered::unit))
                .bindArray("quantities", BigDecimal.class, Columns.of(lines, Ordered::quantity))
                .mapTo(OrderLine.class)
                .list());
        outlook.addOpenOrders(
                ordered.stream().flatMap(line -> line.change(line.open())).toList());
    }

    /** A line of an order, whatever it is of. */
    record LineKey(UUID orderId, int line) {}

    /** @param quantities that have been dispatched of each line */
    private void dispatch(Map<LineKey, BigDecimal> quantities) {
        List<LineKey> lines = List.copyOf(quantities.keySet());
        List<OrderLine> dispatched = jdbi.withHandle(handle -> handle.createQuery("""
            insert into order_line (order_id, line, dispatched)
            select order_id, line, quantity from unnest(:orders, :lines, :quantities)
                   as shipped (order_id, line, quantity)
             order by order_id, line
            on conflict (order_id, line) do update
               set dispatched = order_line.dispatched + excluded.dispatched
            returning order_id, line, product, grade, period, unit, ordered, dispatched, cancelled
            """)
                .bindArray("orders", UUID.class, Columns.of(lines, LineKey::orderId))
                .bindArray("lines", Integer.class, Columns.of(lines, LineKey::line))
                .bindArray("quantities", BigDecimal.class, Columns.of(lines, quantities::get))
                .mapTo(OrderLine.class)
                .list());
        outlook.addOpenOrders(dispatched.stream()
                .flatMap(line -> line.change(line.open()
                        .subtract(line.before(quantity(quantities, line)).open())))
                .toList());
    }

    /** Nothing of the orders is open any more. Their lines are known by then, for both events of an order have the same key. */
    private void cancel(Collection<UUID> orderIds) {
        List<OrderLine> cancelled = jdbi.withHandle(handle -> handle.createQuery("""
            with open as (
                select order_id, line from order_line where order_id = any(:orders) and not cancelled
                 order by order_id, line for update)
            update order_line l set cancelled = true from open
             where (l.order_id, l.line) = (open.order_id, open.line)
            returning l.order_id, l.line, product, grade, period, unit, ordered, dispatched, cancelled
            """)
                .bindArray("orders", UUID.class, orderIds)
                .mapTo(OrderLine.class)
                .list());
        outlook.addOpenOrders(cancelled.stream()
                .flatMap(line -> line.change(line.notDispatched().negate()))
                .toList());
    }

    private static BigDecimal quantity(Map<LineKey, BigDecimal> quantities, OrderLine line) {
        return quantities.getOrDefault(new LineKey(line.orderId(), line.line()), BigDecimal.ZERO);
    }
}
