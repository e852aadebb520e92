package coop.parasol.distribution.order;

import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.OrderState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
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

    OrderRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
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
                            .add(row.details()));
            return orders;
        });
    }

    record LineOfOrder(UUID orderId, @Nested Line details) {}

    private static List<LineOfOrder> lines(Handle handle, Collection<UUID> orderIds) {
        return handle.createQuery("""
                        select order_id, line, product, grade, quantity, unit, unit_price, amount, back_ordered, allocated,
                               dispatched, delivered, cancelled
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
     * Orders without their lines, newest first.
     *
     * @param partnerId of this partner only; null for all
     * @param state in this state only; null for all
     */
    List<Order> page(UUID before, int maxRows, @Nullable UUID partnerId, @Nullable OrderState state) {
        String sql = WITHOUT_LINES + " where order_id < :before"
                + (partnerId == null ? "" : " and partner_id = :partnerId")
                + (state == null ? "" : " and state = :state")
                + " order by order_id desc limit :maxRows";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("before", before).bind("maxRows", maxRows);
            if (partnerId != null) {
                query.bind("partnerId", partnerId);
            }
            if (state != null) {
                query.bind("state", state);
            }
            return query.mapTo(Order.class).list();
        });
    }

    /** Inserts an order, as a part of a larger statement that also inserts its lines. */
    static Part insertPart(Order order) {
        return new Part(
                "inserted_order",
                """
                insert into sales_order (order_id, partner_id, reference, period, state, entered_by, placed_at, total,
                                         open_amount, refusal_code, refusal_reason)
                values (:orderId, :partnerId, :reference, :period, :state, :enteredBy, :placedAt, :total,
                        :openAmount, :refusalCode, :refusalReason)
                """,
                statement -> statement
                        .bind("orderId", order.orderId())
                        .bind("partnerId", order.partnerId())
                        .bind("reference", order.reference())
                        .bind("period", order.period())
                        .bind("state", order.state())
                        .bind("enteredBy", order.enteredBy())
                        .bind("placedAt", order.placedAt())
                        .bind("total", order.total())
                        .bind("openAmount", order.openAmount())
                        .bind("refusalCode", order.refusalCode())
                        .bind("refusalReason", order.refusalReason()));
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

    /** Writes the states of orders, as far as they have changed. */
    void updateStates(List<Order> orders) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update sales_order o set state = n.state
                          from unnest(:orderIds, :states) as n (order_id, state)
                         where o.order_id = n.order_id and o.state <> n.state
                        """)
                .bindArray(
                        "orderIds",
                        UUID.class,
                        orders.stream().map(Order::orderId).toList())
                .bindArray(
                        "states",
                        String.class,
                        orders.stream().map(order -> order.state().name()).toList())
                .execute());
    }
}
