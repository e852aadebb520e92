package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A partner cancels what has not been dispatched; the goods reserved for it go to the orders that wait for them. What has left of a line
 * is priced at the break that it reaches.
 */
@ApplicationScoped
public class CancelOrder {

    private final ProductRepository products;
    private final OrderRepository orders;
    private final OrderLineRepository orderLines;
    private final PriceRests priceRests;
    private final ReservationRepository reservations;
    private final RepricedGoods repricedGoods;
    private final BackOrderedOrders backOrderedOrders;
    private final Outbox outbox;
    private final FirmClock clock;

    CancelOrder(
            ProductRepository products,
            OrderRepository orders,
            OrderLineRepository orderLines,
            PriceRests priceRests,
            ReservationRepository reservations,
            RepricedGoods repricedGoods,
            BackOrderedOrders backOrderedOrders,
            Outbox outbox,
            FirmClock clock) {
        this.products = products;
        this.orders = orders;
        this.orderLines = orderLines;
        this.priceRests = priceRests;
        this.reservations = reservations;
        this.repricedGoods = repricedGoods;
        this.backOrderedOrders = backOrderedOrders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What cancelling leads to; nothing has changed unless it is {@link Cancelled}. */
    public sealed interface Outcome permits Cancelled, NothingToCancel {}

    /** The order without what had not been dispatched. */
    public record Cancelled(Order order) implements Outcome {}

    /** It was refused or cancelled before, or everything has been dispatched. */
    public record NothingToCancel() implements Outcome {}

    public Outcome cancel(UUID orderId, String reason, Cause cause) {
        products.lock(orders.productsOf(orderId));
        Order order = orders.lock(orderId);
        Map<Integer, UnitPrice> raised = priceRests.raisedByCancelling(order);
        Set<ProductGrade> goods = new HashSet<>(orderLines.cancelUndispatched(orderId));
        if (goods.isEmpty()) {
            return new NothingToCancel();
        }
        reservations.unreserveOrder(orderId).forEach(units -> goods.add(units.goods()));
        orderLines.price(orderId, raised);
        orders.setCancelReason(orderId, reason);
        // also where nothing was reserved: the line may have been the one by which goods were to be looked for
        backOrderedOrders.goodsAvailable(goods);
        // last, because others want the partner's credit: products, orders, credit, year of invoices is the order of
        // locks everywhere
        // (ADR 0048)
        Order cancelled = repricedGoods.charge(order, raised, cause);
        cancelled.lines().stream()
                .filter(line -> raised.containsKey(line.line()))
                .forEach(line -> outbox.append(
                        line.reduced(
                                cancelled,
                                order.line(line.line()).orElseThrow().wanted(),
                                LessWanted.byPartner(reason),
                                clock.now()),
                        cause));
        outbox.append(new OrderCancelled(orderId, order.partnerId(), reason), cause);
        return new Cancelled(cancelled);
    }
}
