package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.Period;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import coop.parasol.production.outlook.DemandOutlook.DemandChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The lines of partners' orders and their forecasts, and the demand that is open of both. A shipment may arrive before its order, and
 * an order before the forecast that it consumes; the demand outlook is the same in the end, whichever event comes first.
 */
@ApplicationScoped
class OrderLines implements ReadModel {

    private final Jdbi jdbi;
    private final PartnerDemand partners;
    private final DemandOutlook outlook;

    OrderLines(Jdbi jdbi, PartnerDemand partners, DemandOutlook outlook) {
        this.jdbi = jdbi;
        this.partners = partners;
        this.outlook = outlook;
    }

    @Override
    public String name() {
        return "lines of orders, forecasts and what is open of both";
    }

    @Override
    public List<Copy> copies() {
        return List.of(
                Copy.of("order_line"),
                Copy.of("partner_demand"),
                new Copy("demand_outlook", Set.of("open_orders", "dispatched", "forecasts", "reserved")));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(OrderAccepted.class, this::accepted),
                new Projection<>(OrderAllocated.class, this::allocated),
                new Projection<>(ShipmentDispatched.class, this::dispatched),
                new Projection<>(OrderCancelled.class, this::cancelled),
                new Projection<>(OrderLineReduced.class, this::reduced),
                new Projection<>(ForecastChanged.class, this::forecast));
    }

    /** Distribution has accepted orders. */
    void accepted(List<OrderAccepted> orders) {
        order(orders.stream()
                .flatMap(order -> order.lines().stream()
                        .map(line -> new NewLine(
                                order.orderId(),
                                order.partnerId(),
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

    /** Distribution has reserved goods for lines of orders. */
    void allocated(List<OrderAllocated> orders) {
        Map<LineKey, BigDecimal> byLine = new HashMap<>();
        orders.forEach(order -> order.allocations()
                .forEach(units -> byLine.merge(
                        new LineKey(order.orderId(), units.line()),
                        units.quantity().value(),
                        BigDecimal::add)));
        allocate(byLine);
    }

    /** Takes the lines of cancelled orders out of the demand. */
    void cancelled(List<OrderCancelled> orders) {
        cancel(Columns.of(orders, OrderCancelled::orderId));
    }

    /** Less of lines is wanted than was ordered; of several reductions of a line the one that leaves the least counts. */
    void reduced(List<OrderLineReduced> reductions) {
        Map<LineKey, BigDecimal> wanted = new HashMap<>();
        reductions.forEach(reduction -> wanted.merge(
                new LineKey(reduction.orderId(), reduction.line()),
                reduction.wanted().value(),
                BigDecimal::min));
        reduce(wanted);
    }

    /** Partners have changed what they expect to order. */
    void forecast(List<ForecastChanged> forecasts) {
        outlook.addDemand(partners.forecast(forecasts));
    }

    /** A line that a partner has ordered, in the unit of the product. */
    record NewLine(
            UUID orderId,
            UUID partnerId,
            Period period,
            int line,
            String product,
            String grade,
            String unit,
            BigDecimal quantity) {}

    /** What partners want is less or more by what has changed of their lines. */
    private void add(List<OrderLine.Changed> lines) {
        List<DemandChange> changes = new ArrayList<>(
                lines.stream().flatMap(OrderLine.Changed::demand).toList());
        changes.addAll(partners.order(
                lines.stream().flatMap(OrderLine.Changed::ordered).toList()));
        outlook.addDemand(changes);
    }

    /** Partners have ordered these lines; what is not dispatched already is open. */
    private void order(List<NewLine> lines) {
        List<OrderLine> ordered = jdbi.withHandle(handle -> handle.createQuery("""
            insert into order_line (order_id, line, partner_id, product, grade, period, unit, ordered)
            select order_id, line, partner_id, product, grade, period, unit, quantity
              from unnest(:orders, :lines, :partners, :products, :grades, :periods, :units, :quantities)
                   as ordered (order_id, line, partner_id, product, grade, period, unit, quantity)
             order by order_id, line
            on conflict (order_id, line) do update
               set partner_id = excluded.partner_id, product = excluded.product, grade = excluded.grade,
                   period = excluded.period, unit = excluded.unit,
                   ordered = case when order_line.product is null and order_line.ordered > 0
                                  then least(order_line.ordered, excluded.ordered) else excluded.ordered end
            returning order_id, line, partner_id, product, grade, period, unit, ordered, dispatched, allocated, cancelled
            """)
                .bindArray("orders", UUID.class, Columns.of(lines, NewLine::orderId))
                .bindArray("lines", Integer.class, Columns.of(lines, NewLine::line))
                .bindArray("partners", UUID.class, Columns.of(lines, NewLine::partnerId))
                .bindArray("products", String.class, Columns.of(lines, NewLine::product))
                .bindArray("grades", String.class, Columns.of(lines, NewLine::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(lines, line -> line.period().toString()))
                .bindArray("units", String.class, Columns.of(lines, NewLine::unit))
                .bindArray("quantities", BigDecimal.class, Columns.of(lines, NewLine::quantity))
                .mapTo(OrderLine.class)
                .list());
        add(ordered.stream()
                .map(line -> new OrderLine.Changed(line.beforeItsOrder(), line))
                .toList());
    }

    /** A line of an order, whatever it is of. */
    record LineKey(UUID orderId, int line) {}

    /** @param quantities that have been dispatched of each line */
    private void dispatch(Map<LineKey, BigDecimal> quantities) {
        add(added("dispatched", quantities).stream()
                .map(line -> new OrderLine.Changed(line.before(quantity(quantities, line)), line))
                .toList());
    }

    /** @param quantities that have been reserved for each line */
    private void allocate(Map<LineKey, BigDecimal> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        add(added("allocated", quantities).stream()
                .map(line -> new OrderLine.Changed(line.beforeItsAllocation(quantity(quantities, line)), line))
                .toList());
    }

    /** Lines after quantities were added to a column; one whose order is not known yet begins with its quantity. */
    private List<OrderLine> added(String column, Map<LineKey, BigDecimal> quantities) {
        List<LineKey> lines = List.copyOf(quantities.keySet());
        return jdbi.withHandle(handle -> handle.createQuery("""
            insert into order_line (order_id, line, <column>)
            select order_id, line, quantity from unnest(:orders, :lines, :quantities)
                   as more (order_id, line, quantity)
             order by order_id, line
            on conflict (order_id, line) do update
               set <column> = order_line.<column> + excluded.<column>
            returning order_id, line, partner_id, product, grade, period, unit, ordered, dispatched, allocated, cancelled
            """.replace("<column>", column))
                .bindArray("orders", UUID.class, Columns.of(lines, LineKey::orderId))
                .bindArray("lines", Integer.class, Columns.of(lines, LineKey::line))
                .bindArray("quantities", BigDecimal.class, Columns.of(lines, quantities::get))
                .mapTo(OrderLine.class)
                .list());
    }

    /** Nothing of the orders is open any more. Their lines are known by then, for both events of an order have the same key. */
    private void cancel(Collection<UUID> orderIds) {
        List<OrderLine> cancelled = jdbi.withHandle(handle -> handle.createQuery("""
            with open as (
                select order_id, line from order_line where order_id = any(:orders) and not cancelled
                 order by order_id, line for update)
            update order_line l set cancelled = true from open
             where (l.order_id, l.line) = (open.order_id, open.line)
            returning l.order_id, l.line, partner_id, product, grade, period, unit, ordered, dispatched, allocated, cancelled
            """)
                .bindArray("orders", UUID.class, orderIds)
                .mapTo(OrderLine.class)
                .list());
        add(cancelled.stream()
                .map(line -> new OrderLine.Changed(line.beforeItsCancellation(), line))
                .toList());
    }

    /**
     * So much of lines is wanted at most. A line may be reduced before its order is known: it says then how much was wanted.
     *
     * @param wanted of each line
     */
    private void reduce(Map<LineKey, BigDecimal> wanted) {
        List<LineKey> lines = List.copyOf(wanted.keySet());
        Map<LineKey, OrderLine> before = new HashMap<>();
        List<OrderLine> reduced = jdbi.withHandle(handle -> {
            handle.createQuery("""
            select order_id, line, partner_id, product, grade, period, unit, ordered, dispatched, allocated, cancelled
              from order_line join unnest(:orders, :lines) as less (order_id, line) using (order_id, line)
             order by order_id, line for update of order_line
            """)
                    .bindArray("orders", UUID.class, Columns.of(lines, LineKey::orderId))
                    .bindArray("lines", Integer.class, Columns.of(lines, LineKey::line))
                    .mapTo(OrderLine.class)
                    .forEach(line -> before.put(new LineKey(line.orderId(), line.line()), line));
            return handle.createQuery("""
            insert into order_line (order_id, line, ordered, cancelled)
            select order_id, line, wanted, wanted = 0 from unnest(:orders, :lines, :wanted) as less (order_id, line, wanted)
             order by order_id, line
            on conflict (order_id, line) do update
               set ordered = case when order_line.product is null and order_line.ordered = 0 then excluded.ordered
                                  else least(order_line.ordered, excluded.ordered) end,
                   cancelled = order_line.cancelled or excluded.cancelled
            returning order_id, line, partner_id, product, grade, period, unit, ordered, dispatched, allocated, cancelled
            """)
                    .bindArray("orders", UUID.class, Columns.of(lines, LineKey::orderId))
                    .bindArray("lines", Integer.class, Columns.of(lines, LineKey::line))
                    .bindArray("wanted", BigDecimal.class, Columns.of(lines, wanted::get))
                    .mapTo(OrderLine.class)
                    .list();
        });
        add(reduced.stream()
                .map(line -> new OrderLine.Changed(
                        before.getOrDefault(new LineKey(line.orderId(), line.line()), line), line))
                .toList());
    }

    private static BigDecimal quantity(Map<LineKey, BigDecimal> quantities, OrderLine line) {
        return quantities.getOrDefault(new LineKey(line.orderId(), line.line()), BigDecimal.ZERO);
    }
}
