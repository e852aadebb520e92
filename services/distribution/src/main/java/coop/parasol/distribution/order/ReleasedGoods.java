package coop.parasol.distribution.order;

import coop.parasol.distribution.stock.Stock.Released;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goods that were reserved and are free again. */
@ApplicationScoped
class ReleasedGoods {

    private final AllocateBackOrders allocateBackOrders;

    ReleasedGoods(AllocateBackOrders allocateBackOrders) {
        this.allocateBackOrders = allocateBackOrders;
    }

    private record Kind(String product, String grade, String unit) {}

    void giveToWhoWaits(Order order, List<Released> released, Cause cause) {
        released.stream()
                .map(part -> new Kind(part.product(), part.grade(), unit(order, part)))
                .distinct()
                .forEach(kind -> allocateBackOrders.run(kind.product(), kind.grade(), kind.unit(), cause));
    }

    private static String unit(Order order, Released part) {
        return order.lines().stream()
                .filter(line -> line.line() == part.line())
                .map(line -> line.quantity().unit())
                .findFirst()
                .orElseThrow();
    }
}
