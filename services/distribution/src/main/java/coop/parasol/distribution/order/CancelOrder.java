package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.catalogue.Products;
import coop.parasol.distribution.stock.Stock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** A partner no longer wants what has not left; the goods reserved for it go to who waits for them. */
@ApplicationScoped
public class CancelOrder {

    private final Products products;
    private final Orders orders;
    private final Stock stock;
    private final ReleasedGoods releasedGoods;
    private final Outbox outbox;
    private final Sql sql;
    private final Firm firm;

    CancelOrder(
            Products products,
            Orders orders,
            Stock stock,
            ReleasedGoods releasedGoods,
            Outbox outbox,
            Sql sql,
            Firm firm) {
        this.products = products;
        this.orders = orders;
        this.stock = stock;
        this.releasedGoods = releasedGoods;
        this.outbox = outbox;
        this.sql = sql;
        this.firm = firm;
    }

    /** What came of it. */
    public sealed interface Outcome permits Cancelled, NothingToCancel {}

    /** The order without what had not left. */
    public record Cancelled(Order order) implements Outcome {}

    /** It was refused or cancelled before, or everything has left. */
    public record NothingToCancel() implements Outcome {}

    public Outcome cancel(UUID orderId, String reason, Cause cause) {
        products.lock(orders.productsOf(orderId));
        Order order = orders.lock(orderId);
        int changed = sql.update("""
                UPDATE order_line
                   SET cancelled = cancelled + back_ordered + allocated - dispatched,
                       allocated = dispatched, back_ordered = 0
                 WHERE order_id = ? AND back_ordered + allocated - dispatched > 0
                """, orderId);
        if (changed == 0) {
            return new NothingToCancel();
        }
        var released = stock.release(orderId, order.period(), LocalDate.MAX);
        sql.update("UPDATE sales_order SET cancel_reason = ? WHERE order_id = ?", reason, orderId);
        Order cancelled = orders.settle(order, firm.money(0), firm.money(0));
        outbox.append(new OrderCancelled(orderId, order.partnerId(), reason), cause);
        releasedGoods.giveToWhoWaits(order, released, cause);
        return new Cancelled(cancelled);
    }
}
