package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.persistence.Columns;
import coop.parasol.web.SortPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Orders with their lines, read and written as sets (ADR 0017). */
@ApplicationScoped
public class OrderRepository {

    private static final String WITHOUT_LINES = """
            select order_id, partner_id, reference, period, state, entered_by, placed_at, total, open_amount, invoiced, paid,
                   refusal_code, refusal_reason, cancel_reason
              from sales_order
            """;

    private final Jdbi jdbi;
    private final FirmCurrency currency;

    OrderRepository(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    public Optional<Order> find(UUID orderId) {
        return findAll(List.of(orderId)).stream().findFirst();
    }

    List<Order> findAll(Collection<UUID> orderIds) {
        return load(orderIds, "");
    }

    /** Locks an order until the transaction ends, after its products were locked. */
    public Order lock(UUID orderId) {
        return lock(List.of(orderId)).getFirst();
    }

    List<Order> lock(Collection<UUID> orderIds) {
        return load(orderIds, " for no key update");
    }

    private List<Order> load(Collection<UUID> orderIds, String lock) {
        return jdbi.withHandle(handle -> {
            List<Order> orders = handle.createQuery(
                            WITHOUT_LINES + " where order_id = any(:orderIds) order by order_id" + lock)
                    .bindArray("orderIds", UUID.class, orderIds)
                    .mapTo(Order.class)
                    .list();
            Map<UUID, Order> byId = new HashMap<>();
            orders.forEach(order -> byId.put(order.orderId(), order));
            lines(handle, orderIds)
                    .forEach(row -> Objects.requireNonNull(byId.get(row.orderId()))
                            .lines()
                            .add(row.line(currency)));
            return orders;
        });
    }

    /** @param unitPrice minor units for {@code priceBase} units; null where the order was refused */
    record LineOfOrder(
            UUID orderId,
            int line,
            String product,
            @Nullable String grade,
            BigDecimal quantity,
            String unit,
            @Nullable BigDecimal unitPrice,
            int priceBase,
            @Nullable Money amount,
            BigDecimal backOrdered,
            BigDecimal allocated,
            BigDecimal dispatched,
            BigDecimal delivered,
            BigDecimal cancelled,
            BigDecimal fallenShort,
            boolean allocationPending) {

        Line line(FirmCurrency currency) {
            return new Line(
                    line,
                    product,
                    grade,
                    quantity,
                    unit,
                    unitPrice == null ? null : currency.unitPrice(unitPrice, priceBase),
                    amount,
                    backOrdered,
                    allocated,
                    dispatched,
                    delivered,
                    cancelled,
                    fallenShort,
                    allocationPending);
        }
    }

    private static List<LineOfOrder> lines(Handle handle, Collection<UUID> orderIds) {
        return handle.createQuery("""
                        select order_id, line, product, grade, quantity, unit, unit_price, price_base, amount, back_ordered,
                               allocated, dispatched, delivered, cancelled, fallen_short, allocation_pending
                          from order_line where order_id = any(:orderIds) order by order_id, line
                        """)
                .bindArray("orderIds", UUID.class, orderIds)
                .mapTo(LineOfOrder.class)
                .list();
    }

    /** Which partner's order it is; empty where there is no such order. */
    public Optional<UUID> partnerOf(UUID orderId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select partner_id from sales_order where order_id = :orderId")
                        .bind("orderId", orderId)
                        .mapTo(UUID.class)
                        .findOne());
    }

    /** The products whose locks a change of the order needs; they never change. */
    public List<String> productsOf(UUID orderId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select distinct product from order_line where order_id = :orderId")
                        .bind("orderId", orderId)
                        .mapTo(String.class)
                        .list());
    }

    /**
     * Which orders are listed; null is all.
     *
     * @param reference the partner's own number in its normal form; that of a refused order names none
     */
    record Filter(
            @Nullable UUID partnerId,
            @Nullable OrderState state,
            @Nullable String reference) {}

    /** An order with the partner's own number. */
    public record Referred(UUID orderId, String reference) {}

    /** Orders without their lines. */
    List<Order> page(SortPlace place, int maxRows, Filter filter) {
        String sql = WITHOUT_LINES + " where " + place.condition()
                + (filter.partnerId() == null ? "" : " and partner_id = :partnerId")
                + (filter.state() == null ? "" : " and state = :state")
                + (filter.reference() == null
                        ? ""
                        : " and order_id in (select order_id from order_reference where reference = :reference)")
                + " order by " + place.order() + " limit :maxRows";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bindMap(place.values()).bind("maxRows", maxRows);
            if (filter.partnerId() != null) {
                query.bind("partnerId", filter.partnerId());
            }
            if (filter.state() != null) {
                query.bind("state", filter.state());
            }
            if (filter.reference() != null) {
                query.bind("reference", filter.reference());
            }
            return query.mapTo(Order.class).list();
        });
    }

    /** The partners' own numbers of orders, as they were written; those that have none are left out. */
    public Map<UUID, String> references(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return Map.of();
        }
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                select order_id, reference from sales_order
                                 where order_id = any(:orderIds) and reference is not null
                                """)
                        .bindArray(
                                "orderIds",
                                UUID.class,
                                orderIds.stream().distinct().toList())
                        .mapTo(Referred.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Referred::orderId, Referred::reference));
    }

    void setCancelReason(UUID orderId, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update sales_order set cancel_reason = :reason where order_id = :orderId")
                .bind("reason", reason)
                .bind("orderId", orderId)
                .execute());
    }

    /** Writes an order's state and amounts. */
    void update(Order order) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update sales_order
                           set state = :state, open_amount = :openAmount, invoiced = :invoiced, paid = :paid
                         where order_id = :orderId
                        """)
                .bind("state", order.state())
                .bind("openAmount", order.openAmount())
                .bind("invoiced", order.invoiced())
                .bind("paid", order.paid())
                .bind("orderId", order.orderId())
                .execute());
    }

    /**
     * Locks orders until the transaction ends, after some of their products were locked, and adds up their lines. Orders that somebody
     * else has locked are left out.
     */
    List<OrderProgress> lockFree(Collection<UUID> orderIds) {
        return jdbi.withHandle(handle -> {
            List<UUID> locked = handle.createQuery("select order_id from sales_order where order_id = any(:orderIds)"
                            + " order by order_id for no key update skip locked")
                    .bindArray("orderIds", UUID.class, orderIds)
                    .mapTo(UUID.class)
                    .list();
            // a statement of its own: it sees what others have committed until these were locked
            return handle.createQuery("""
                            select o.order_id, o.partner_id, o.entered_by, o.correlation_id, o.invoiced, o.paid, l.wanted, l.back_ordered,
                                   l.allocated, l.dispatched, l.delivered
                              from sales_order o
                             cross join lateral (
                                   select sum(quantity - cancelled) as wanted, sum(back_ordered) as back_ordered,
                                          sum(allocated) as allocated, sum(dispatched) as dispatched,
                                          sum(delivered) as delivered
                                     from order_line where order_id = o.order_id) l
                             where o.order_id = any(:orderIds) order by o.order_id
                            """)
                    .bindArray("orderIds", UUID.class, locked)
                    .mapTo(OrderProgress.class)
                    .list();
        });
    }

    /** Writes the states of orders, as far as they have changed; as a part of a larger statement. */
    static Part statesPart(String name, Map<UUID, OrderState> states) {
        List<Map.Entry<UUID, OrderState>> rows = List.copyOf(states.entrySet());
        return new Part(
                name,
                """
                update sales_order o set state = n.state
                  from unnest(:stateOrders, :states) as n (order_id, state)
                 where o.order_id = n.order_id and o.state <> n.state
                """,
                statement -> statement
                        .bindArray("stateOrders", UUID.class, Columns.of(rows, Map.Entry::getKey))
                        .bindArray(
                                "states",
                                String.class,
                                Columns.of(rows, row -> row.getValue().name())));
    }

    /** Writes the states of orders, as far as they have changed. */
    void updateStates(List<Order> orders) {
        Map<UUID, OrderState> states = orders.stream().collect(Collectors.toMap(Order::orderId, Order::state));
        jdbi.useHandle(handle -> CombinedStatement.of(List.of(statesPart("changed_states", states)))
                .execute(handle));
    }
}
