package coop.parasol.distribution.order;

import coop.parasol.distribution.Sql;
import coop.parasol.distribution.catalogue.Products;
import coop.parasol.distribution.exit.ClearExits;
import coop.parasol.distribution.stock.Standing;
import coop.parasol.distribution.stock.Stock;
import coop.parasol.distribution.stock.Stock.Kind;
import coop.parasol.distribution.stock.Stock.ReleasedLine;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Keeps goods from being sold that are not certified at the moment, and lets them be sold again. */
@ApplicationScoped
class WithholdGoods {

    private final Products products;
    private final Stock stock;
    private final Orders orders;
    private final AllocateBackOrders allocateBackOrders;
    private final ClearExits clearExits;
    private final Sql sql;

    WithholdGoods(
            Products products,
            Stock stock,
            Orders orders,
            AllocateBackOrders allocateBackOrders,
            ClearExits clearExits,
            Sql sql) {
        this.products = products;
        this.stock = stock;
        this.orders = orders;
        this.allocateBackOrders = allocateBackOrders;
        this.clearExits = clearExits;
        this.sql = sql;
    }

    /** What is promised of the batch stays promised until quality has decided, but does not leave. */
    void suspend(String product, UUID batchId) {
        products.lockForConsumer(List.of(product));
        stock.stand(batchId, Standing.SUSPENDED);
    }

    void reinstate(String product, UUID batchId, Cause cause) {
        products.lockForConsumer(List.of(product));
        Kind kind = stock.stand(batchId, Standing.CERTIFIED);
        allocateBackOrders.run(kind.product(), kind.grade(), kind.unit(), cause);
    }

    /** For good: what was promised of the batch is wanted again. */
    void withdraw(String product, UUID batchId, UUID memberId, Standing standing, Cause cause) {
        products.lockForConsumer(List.of(product));
        List<Order> before = orders.lock(stock.ordersOf(batchId));
        List<ReleasedLine> released = stock.releaseAll(batchId);
        Kind kind = stock.stand(batchId, standing);
        if (!released.isEmpty()) {
            waitAgain(released);
            orders.allocated(before);
            allocateBackOrders.run(kind.product(), kind.grade(), kind.unit(), cause);
        }
        clearExits.ofMembers(List.of(memberId), cause);
    }

    private void waitAgain(List<ReleasedLine> released) {
        sql.update(
                """
                UPDATE order_line l
                   SET allocated = l.allocated - t.quantity, back_ordered = l.back_ordered + t.quantity
                  FROM unnest(?, ?, ?) AS t (order_id, line, quantity)
                 WHERE l.order_id = t.order_id AND l.line = t.line
                """,
                released.stream().map(ReleasedLine::orderId).toArray(UUID[]::new),
                released.stream().map(ReleasedLine::line).toArray(Integer[]::new),
                released.stream().map(ReleasedLine::quantity).toArray(BigDecimal[]::new));
    }
}
