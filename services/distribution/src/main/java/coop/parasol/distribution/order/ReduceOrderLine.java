package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.LineReduction;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Less of a line is wanted, by its partner or because the firm delivers less; the goods reserved beyond that go to the orders that wait
 * for them. Credit refuses it never, though the rest may cost more than the whole did.
 */
@ApplicationScoped
public class ReduceOrderLine {

    private final ProductRepository products;
    private final OrderRepository orders;
    private final OrderLineRepository orderLines;
    private final LineBreaks lineBreaks;
    private final ReservationRepository reservations;
    private final BackOrderedOrders backOrderedOrders;
    private final RepricedGoods repricedGoods;
    private final RecordedReductions recordedReductions;
    private final Outbox outbox;
    private final FirmClock clock;

    ReduceOrderLine(
            ProductRepository products,
            OrderRepository orders,
            OrderLineRepository orderLines,
            LineBreaks lineBreaks,
            ReservationRepository reservations,
            BackOrderedOrders backOrderedOrders,
            RepricedGoods repricedGoods,
            RecordedReductions recordedReductions,
            Outbox outbox,
            FirmClock clock) {
        this.products = products;
        this.orders = orders;
        this.orderLines = orderLines;
        this.lineBreaks = lineBreaks;
        this.reservations = reservations;
        this.backOrderedOrders = backOrderedOrders;
        this.repricedGoods = repricedGoods;
        this.recordedReductions = recordedReductions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Less of a line.
     *
     * @param rest what is wanted of it from now on, what was dispatched included
     * @param less whose wish it is
     */
    public record Request(UUID orderId, int line, Quantity rest, LessWanted less) {}

    /** What it leads to; nothing has changed unless it is {@link Reduced}. */
    public sealed interface Outcome permits Reduced, UnknownLine, WrongUnit, NotLess, HasLeft {}

    /** The order with less. */
    public record Reduced(Order order) implements Outcome {}

    /** The order has no such line, or it was refused. */
    public record UnknownLine() implements Outcome {}

    /** The line is counted in another unit. */
    public record WrongUnit(String unit) implements Outcome {}

    /** So much or less is wanted already. */
    public record NotLess(Quantity wanted) implements Outcome {}

    /** More than that has left. */
    public record HasLeft(Quantity dispatched) implements Outcome {}

    public Outcome reduce(Request request, Cause cause) {
        products.lock(orders.productsOf(request.orderId()));
        Order order = orders.lock(request.orderId());
        Optional<Line> found = order.line(request.line());
        if (found.isEmpty()) {
            return new UnknownLine();
        }
        Line line = found.get();
        if (!line.unit().equals(request.rest().unit())) {
            return new WrongUnit(line.unit());
        }
        LineReduction.Outcome decided = LineReduction.decide(
                line.beforeReduction(),
                request.rest().value(),
                request.less().cause(),
                lineBreaks.of(order.orderId()).getOrDefault(line.line(), List.of()));
        return switch (decided) {
            case LineReduction.NotLess notLess -> new NotLess(line.wanted());
            case LineReduction.HasLeft hasLeft -> new HasLeft(new Quantity(line.dispatched(), line.unit()));
            case LineReduction.Reduced reduced -> new Reduced(store(order, line, request, reduced, cause));
        };
    }

    private Order store(Order order, Line line, Request request, LineReduction.Reduced reduced, Cause cause) {
        UUID orderId = order.orderId();
        UnitPrice price = reduced.unitPrice();
        orderLines.reduce(orderId, line.line(), reduced);
        orders.setCancelReason(orderId, request.less().reason());
        if (reduced.unreserved().signum() > 0) {
            reservations.unreserve(orderId, line.line(), reduced.unreserved());
        }
        // also where nothing was reserved: the line may have been the one by which goods were to be looked for
        String grade = Objects.requireNonNull(line.grade());
        backOrderedOrders.goodsAvailable(Set.of(new ProductGrade(line.product(), grade, line.unit())));
        // last, because others want the partner's credit: products, orders, credit, year of invoices is the order of
        // locks everywhere
        // (ADR 0048)
        Map<Integer, UnitPrice> raised = price.equals(line.unitPrice()) ? Map.of() : Map.of(line.line(), price);
        Order now = repricedGoods.charge(order, raised, cause);
        Line less = now.line(line.line()).orElseThrow();
        Instant reducedAt = clock.now();
        recordedReductions.add(orderId, less, request.less(), cause.actor(), reducedAt);
        outbox.append(less.reduced(now, line.wanted(), request.less(), reducedAt), cause);
        if (now.nothingToDispatch()) {
            outbox.append(
                    new OrderCancelled(
                            orderId, order.partnerId(), request.less().reason()),
                    cause);
        } else if (now.complete() && !order.complete()) {
            outbox.append(new OrderAllocated(orderId, order.partnerId(), List.of(), true), cause);
        }
        return now;
    }
}
