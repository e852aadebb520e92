package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.Period;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.Sql.Step;
import coop.parasol.distribution.stock.Shelves;
import coop.parasol.distribution.stock.Shelves.Want;
import coop.parasol.distribution.stock.Stock;
import coop.parasol.distribution.stock.Stock.Reserved;
import coop.parasol.distribution.stock.rules.Allocation.Taken;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives goods that have become available to the orders that wait for them, the oldest order first. The caller holds the
 * product's lock, so that no order can overlook them meanwhile; when it ends, no goods lie idle beside a back-order.
 */
@ApplicationScoped
public class AllocateBackOrders {

    /** Lines dealt with at a time, which bounds memory and the size of statements. */
    private static final int FEW = 100;

    private final Orders orders;
    private final Stock stock;
    private final Outbox outbox;
    private final Sql sql;

    AllocateBackOrders(Orders orders, Stock stock, Outbox outbox, Sql sql) {
        this.orders = orders;
        this.stock = stock;
        this.outbox = outbox;
        this.sql = sql;
    }

    private record Waiting(UUID orderId, int line, Period period, BigDecimal backOrdered) {}

    public void run(String product, String grade, String unit, Cause cause) {
        boolean more = true;
        while (more) {
            more = runFew(product, grade, unit, cause);
        }
    }

    /** Returns whether there may be both goods and waiting orders left. */
    private boolean runFew(String product, String grade, String unit, Cause cause) {
        List<Waiting> waiting = sql.list(
                """
                SELECT l.order_id, l.line, o.period, l.back_ordered
                  FROM order_line l JOIN sales_order o ON o.order_id = l.order_id
                 WHERE l.product = ? AND l.grade = ? AND l.unit = ? AND l.back_ordered > 0
                 ORDER BY l.order_id, l.line LIMIT ?
                """,
                row -> new Waiting(
                        Sql.uuid(row, "order_id"),
                        row.getInt("line"),
                        Period.parse(row.getString("period")),
                        row.getBigDecimal("back_ordered")),
                product,
                grade,
                unit,
                FEW);
        if (waiting.isEmpty()) {
            return false;
        }
        Shelves shelves = stock.look(waiting.stream()
                .map(line -> new Want(product, grade, unit, line.period()))
                .toList());
        List<Reserved> reserved = new ArrayList<>();
        boolean allServed = true;
        for (Waiting line : waiting) {
            List<Taken> taken = shelves.take(new Want(product, grade, unit, line.period()), line.backOrdered());
            BigDecimal quantity = taken.stream().map(Taken::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            taken.forEach(
                    part -> reserved.add(new Reserved(line.orderId(), line.line(), product, line.period(), part)));
            if (quantity.compareTo(line.backOrdered()) < 0) {
                allServed = false;
                break;
            }
        }
        if (reserved.isEmpty()) {
            return false;
        }
        reserve(reserved, unit, cause);
        return allServed || shelves.cutShort();
    }

    private void reserve(List<Reserved> reserved, String unit, Cause cause) {
        List<Order> locked =
                orders.lock(reserved.stream().map(Reserved::orderId).distinct().toList());
        List<Step> steps = new ArrayList<>(stock.reserving(reserved));
        steps.add(Step.of(
                "lines",
                """
                UPDATE order_line l
                   SET allocated = l.allocated + t.quantity, back_ordered = l.back_ordered - t.quantity
                  FROM (SELECT order_id, line, sum(quantity) AS quantity
                          FROM unnest(?, ?, ?) AS u (order_id, line, quantity) GROUP BY order_id, line) t
                 WHERE l.order_id = t.order_id AND l.line = t.line
                """,
                reserved.stream().map(Reserved::orderId).toArray(UUID[]::new),
                reserved.stream().map(Reserved::line).toArray(Integer[]::new),
                reserved.stream().map(r -> r.taken().quantity()).toArray(BigDecimal[]::new)));
        sql.together(steps);
        Map<UUID, List<Allocation>> byOrder = new HashMap<>();
        for (Reserved part : reserved) {
            byOrder.computeIfAbsent(part.orderId(), order -> new ArrayList<>())
                    .add(PlaceOrder.allocation(part.line(), part.taken(), unit));
        }
        outbox.append(
                orders.allocated(locked).stream()
                        .map(order -> new OrderAllocated(
                                order.orderId(), byOrder.getOrDefault(order.orderId(), List.of()), order.complete()))
                        .toList(),
                cause);
    }
}
