package coop.parasol.distribution.order;

import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.stock.Stock;
import coop.parasol.distribution.stock.Stock.Released;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reserved goods whose last day of sale has passed do not leave: the order waits again, and gets other goods if there
 * are any. The caller holds the locks of the order's products and of the order.
 */
@ApplicationScoped
public class ReplaceExpired {

    private final Stock stock;
    private final ReleasedGoods releasedGoods;
    private final Sql sql;
    private final Firm firm;

    ReplaceExpired(Stock stock, ReleasedGoods releasedGoods, Sql sql, Firm firm) {
        this.stock = stock;
        this.releasedGoods = releasedGoods;
        this.sql = sql;
        this.firm = firm;
    }

    public void run(Order order, Cause cause) {
        List<Released> released =
                stock.release(order.orderId(), order.period(), firm.today().minusDays(1));
        if (released.isEmpty()) {
            return;
        }
        sql.update(
                """
                UPDATE order_line l
                   SET allocated = l.allocated - t.quantity, back_ordered = l.back_ordered + t.quantity
                  FROM unnest(?, ?) AS t (line, quantity)
                 WHERE l.order_id = ? AND l.line = t.line
                """,
                released.stream().map(Released::line).toArray(Integer[]::new),
                released.stream().map(Released::quantity).toArray(BigDecimal[]::new),
                order.orderId());
        releasedGoods.giveToWhoWaits(order, released, cause);
    }
}
