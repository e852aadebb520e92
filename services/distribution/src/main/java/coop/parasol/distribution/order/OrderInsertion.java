package coop.parasol.distribution.order;

import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.persistence.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** New orders without their lines. */
final class OrderInsertion {

    private OrderInsertion() {}

    /** Inserts orders, as a part of a larger statement that also inserts their lines. */
    static Part part(List<NewOrder> orders, Instant placedAt) {
        List<Order> rows = orders.stream().map(NewOrder::order).toList();
        return new Part(
                "inserted_orders",
                """
                insert into sales_order (order_id, partner_id, reference, period, state, entered_by, placed_at, total,
                                         open_amount, refusal_code, refusal_reason, correlation_id)
                select order_id, partner_id, reference, period, state, entered_by, :placedAt, total, open_amount,
                       refusal_code, refusal_reason, correlation_id
                  from unnest(:orderIds, :partnerIds, :references, :periods, :states, :enteredBy, :totals, :openAmounts,
                              :refusalCodes, :refusalReasons, :correlationIds)
                       as o (order_id, partner_id, reference, period, state, entered_by, total, open_amount, refusal_code,
                             refusal_reason, correlation_id)
                """,
                statement -> statement
                        .bind("placedAt", placedAt)
                        .bindArray("orderIds", UUID.class, Columns.of(rows, Order::orderId))
                        .bindArray("partnerIds", UUID.class, Columns.of(rows, Order::partnerId))
                        .bindArray("references", String.class, Columns.of(rows, Order::reference))
                        .bindArray(
                                "periods",
                                String.class,
                                Columns.of(rows, order -> order.period().toString()))
                        .bindArray(
                                "states",
                                String.class,
                                Columns.of(rows, order -> order.state().name()))
                        .bindArray("enteredBy", String.class, Columns.of(rows, Order::enteredBy))
                        .bindArray(
                                "totals",
                                Long.class,
                                Columns.of(rows, order -> OrderLineRepository.minor(order.total())))
                        .bindArray(
                                "openAmounts",
                                Long.class,
                                Columns.of(rows, order -> OrderLineRepository.minor(order.openAmount())))
                        .bindArray("refusalCodes", String.class, Columns.of(rows, Order::refusalCode))
                        .bindArray("refusalReasons", String.class, Columns.of(rows, Order::refusalReason))
                        .bindArray(
                                "correlationIds",
                                String.class,
                                Columns.of(orders, order -> order.cause().correlationId())));
    }
}
