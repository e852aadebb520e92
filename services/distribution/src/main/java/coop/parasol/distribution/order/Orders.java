package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.Sql.Step;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.partner.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of orders and their lines. Lines change only while their products are locked. */
@ApplicationScoped
public class Orders {

    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;
    private final Firm firm;
    private final Partners partners;

    Orders(Sql sql, Firm firm, Partners partners) {
        this.sql = sql;
        this.firm = firm;
        this.partners = partners;
    }

    public Optional<Order> find(UUID orderId) {
        return load(List.of(orderId), "").stream().findFirst();
    }

    /** Which partner's order it is. */
    public Optional<UUID> partnerOf(UUID orderId) {
        return sql.find(
                "SELECT partner_id FROM sales_order WHERE order_id = ?", row -> Sql.uuid(row, "partner_id"), orderId);
    }

    /** The products whose locks a change of the order needs; they never change. */
    public List<String> productsOf(UUID orderId) {
        return sql.list("SELECT DISTINCT product FROM order_line WHERE order_id = ?", row -> row.getString(1), orderId);
    }

    /** Locks an order, after its products were. */
    public Order lock(UUID orderId) {
        return lock(List.of(orderId)).getFirst();
    }

    List<Order> lock(Collection<UUID> orderIds) {
        return load(orderIds, " FOR NO KEY UPDATE");
    }

    /** Newest first. */
    List<Order> page(@Nullable UUID partnerId, @Nullable OrderState state, Optional<UUID> before, int limit) {
        return sql.list(
                "SELECT * FROM sales_order WHERE order_id < ?"
                        + (partnerId == null ? " AND ?::uuid IS NULL" : " AND partner_id = ?")
                        + (state == null ? " AND ?::text IS NULL" : " AND state = ?")
                        + " ORDER BY order_id DESC LIMIT ?",
                row -> read(row, List.of()),
                before.orElse(LAST),
                partnerId,
                state,
                limit);
    }

    /** Steps that put a new order on record with its lines. */
    List<Step> placing(Order order) {
        List<Line> lines = order.lines();
        return List.of(
                Step.of(
                        "placed",
                        """
                        INSERT INTO sales_order (order_id, partner_id, reference, period, state, entered_by, placed_at,
                                                 total, open_amount, refusal_code, refusal_reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        order.orderId(),
                        order.partnerId(),
                        order.reference(),
                        order.period().toString(),
                        order.state(),
                        order.enteredBy(),
                        order.placedAt(),
                        order.total() == null ? null : order.total().minor(),
                        order.openAmount().minor(),
                        order.refusalCode(),
                        order.refusalReason()),
                Step.of(
                        "lines",
                        """
                        INSERT INTO order_line (order_id, line, product, grade, unit, quantity, unit_price, amount,
                                                back_ordered, allocated)
                        SELECT ?, * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        order.orderId(),
                        lines.stream().map(Line::line).toArray(Integer[]::new),
                        lines.stream().map(Line::product).toArray(String[]::new),
                        lines.stream().map(Line::grade).toArray(String[]::new),
                        lines.stream().map(line -> line.quantity().unit()).toArray(String[]::new),
                        lines.stream().map(line -> line.quantity().value()).toArray(BigDecimal[]::new),
                        minors(lines, Line::unitPrice),
                        minors(lines, Line::amount),
                        lines.stream().map(Line::backOrdered).toArray(BigDecimal[]::new),
                        lines.stream().map(Line::allocated).toArray(BigDecimal[]::new)));
    }

    private static Long[] minors(List<Line> lines, Function<Line, @Nullable Money> column) {
        Long[] minors = new Long[lines.size()];
        for (int i = 0; i < minors.length; i++) {
            Money money = column.apply(lines.get(i));
            if (money != null) {
                minors[i] = money.minor();
            }
        }
        return minors;
    }

    /**
     * After lines of a locked order have changed: brings its state, its open amount and the partner's credit in line.
     *
     * @param before as it was locked
     */
    public Order settle(Order before, Money newlyInvoiced, Money newlyPaid) {
        Order now = find(before.orderId()).orElseThrow();
        Money open = firm.money(now.openMinor());
        Money invoiced = before.invoiced().plus(newlyInvoiced);
        Money paid = before.paid().plus(newlyPaid);
        OrderState next = now.stateOf(invoiced, paid);
        requirePossible(before, next);
        sql.update(
                "UPDATE sales_order SET state = ?, open_amount = ?, invoiced = ?, paid = ? WHERE order_id = ?",
                next,
                open.minor(),
                invoiced.minor(),
                paid.minor(),
                before.orderId());
        partners.changeExposure(
                before.partnerId(),
                open.minus(before.openAmount()).plus(newlyInvoiced).minus(newlyPaid));
        return now.with(next, open, invoiced, paid);
    }

    /** After stock was given to locked orders: brings their states in line; what they cost has not changed. */
    List<Order> allocated(List<Order> before) {
        List<Order> now = new ArrayList<>();
        for (Order order : load(before.stream().map(Order::orderId).toList(), "")) {
            now.add(order.with(
                    order.stateOf(order.invoiced(), order.paid()), order.openAmount(), order.invoiced(), order.paid()));
        }
        sql.update(
                "UPDATE sales_order o SET state = n.state FROM unnest(?, ?) AS n (order_id, state)"
                        + " WHERE o.order_id = n.order_id AND o.state <> n.state",
                now.stream().map(Order::orderId).toArray(UUID[]::new),
                now.stream().map(order -> order.state().name()).toArray(String[]::new));
        return now;
    }

    private static void requirePossible(Order before, OrderState next) {
        if (!before.state().canTransitionTo(next)) {
            throw new IllegalStateException(before.orderId() + " cannot go from " + before.state() + " to " + next);
        }
    }

    private List<Order> load(Collection<UUID> orderIds, String lock) {
        UUID[] ids = orderIds.toArray(UUID[]::new);
        List<Order> orders = sql.list(
                "SELECT * FROM sales_order WHERE order_id = ANY (?) ORDER BY order_id" + lock,
                row -> read(row, new ArrayList<>()),
                (Object) ids);
        Map<UUID, Order> byId = new HashMap<>();
        orders.forEach(order -> byId.put(order.orderId(), order));
        sql.list(
                "SELECT * FROM order_line WHERE order_id = ANY (?) ORDER BY order_id, line",
                row -> Objects.requireNonNull(byId.get(Sql.uuid(row, "order_id")))
                        .lines()
                        .add(line(row)),
                (Object) ids);
        return orders;
    }

    private Order read(ResultSet row, List<Line> lines) throws SQLException {
        return new Order(
                Sql.uuid(row, "order_id"),
                Sql.uuid(row, "partner_id"),
                row.getString("reference"),
                Period.parse(row.getString("period")),
                OrderState.valueOf(row.getString("state")),
                row.getString("entered_by"),
                Objects.requireNonNull(Sql.instant(row, "placed_at")),
                firm.nullableMoney(row, "total"),
                firm.money(row, "open_amount"),
                firm.money(row, "invoiced"),
                firm.money(row, "paid"),
                row.getString("refusal_code"),
                row.getString("refusal_reason"),
                row.getString("cancel_reason"),
                lines);
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("line"),
                row.getString("product"),
                row.getString("grade"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                firm.nullableMoney(row, "unit_price"),
                firm.nullableMoney(row, "amount"),
                row.getBigDecimal("back_ordered"),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("dispatched"),
                row.getBigDecimal("delivered"),
                row.getBigDecimal("cancelled"));
    }
}
