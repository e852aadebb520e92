package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.exit.ClearExits;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.OrderLineRepository;
import coop.parasol.distribution.order.OrderRepository;
import coop.parasol.distribution.order.RecalculateOrder;
import coop.parasol.distribution.order.ReplaceExpiredReservations;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.shipment.rules.Sscc;
import coop.parasol.distribution.stock.DispatchedUnits;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.firm.FoundedFirm;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that is reserved for an order leaves as one shipping unit; from now on it counts as sold. */
@ApplicationScoped
public class DispatchOrder {

    private final ProductRepository products;
    private final OrderRepository orders;
    private final OrderLineRepository orderLines;
    private final RecalculateOrder recalculateOrder;
    private final ReplaceExpiredReservations replaceExpiredReservations;
    private final ReservationRepository reservations;
    private final SsccSerials ssccSerials;
    private final ClearExits clearExits;
    private final Outbox outbox;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final FoundedFirm firm;

    DispatchOrder(
            ProductRepository products,
            OrderRepository orders,
            OrderLineRepository orderLines,
            RecalculateOrder recalculateOrder,
            ReplaceExpiredReservations replaceExpiredReservations,
            ReservationRepository reservations,
            SsccSerials ssccSerials,
            ClearExits clearExits,
            Outbox outbox,
            FirmClock clock,
            FirmCurrency currency,
            FoundedFirm firm) {
        this.products = products;
        this.orders = orders;
        this.orderLines = orderLines;
        this.recalculateOrder = recalculateOrder;
        this.replaceExpiredReservations = replaceExpiredReservations;
        this.reservations = reservations;
        this.ssccSerials = ssccSerials;
        this.clearExits = clearExits;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
        this.firm = firm;
    }

    sealed interface Outcome permits Dispatched, ReferenceUsed, UnknownOrder, NothingToDispatch {}

    /** @param again whether it was dispatched before under the same number */
    record Dispatched(Shipment shipment, boolean again) implements Outcome {}

    /** Another order's shipment has this number. */
    record ReferenceUsed(Shipment shipment) implements Outcome {}

    record UnknownOrder() implements Outcome {}

    /** Nothing that may be sold is reserved for the order. The caller rolls the transaction back. */
    record NothingToDispatch() implements Outcome {}

    /** @param reference the warehouse's own number of the dispatch: asked for again, it is the shipment that was made */
    Outcome dispatch(UUID orderId, Identifier reference, Cause cause) {
        if (orders.partnerOf(orderId).isEmpty()) {
            return new UnknownOrder();
        }
        products.lock(orders.productsOf(orderId));
        Optional<Shipment> known = Shipment.ofReference(reference);
        if (known.isPresent()) {
            return known.get().orderId.equals(orderId)
                    ? new Dispatched(known.get(), true)
                    : new ReferenceUsed(known.get());
        }
        replaceExpiredReservations.replace(orderId);
        Order order = orders.lock(orderId);
        List<DispatchedUnits> units = reservations.dispatch(orderId);
        if (units.isEmpty()) {
            return new NothingToDispatch();
        }
        orderLines.dispatch(
                orderId,
                units.stream()
                        .collect(Collectors.toMap(DispatchedUnits::line, DispatchedUnits::quantity, BigDecimal::add)));
        Shipment shipment = shipment(order, reference, units);
        shipment.persist();
        recalculateOrder.afterLinesChanged(order);
        outbox.append(
                new ShipmentDispatched(
                        shipment.shipmentId,
                        shipment.sscc,
                        orderId,
                        shipment.partnerId,
                        shipment.shipped(currency),
                        shipment.dispatchedAt),
                cause);
        clearExits.ofMembers(
                units.stream().map(DispatchedUnits::memberId).distinct().toList(), cause);
        return new Dispatched(shipment, false);
    }

    private Shipment shipment(Order order, Identifier reference, List<DispatchedUnits> units) {
        Shipment shipment = new Shipment();
        shipment.shipmentId = Ids.next();
        shipment.sscc = Sscc.of(firm.settings().gs1CompanyPrefix(), ssccSerials.next());
        shipment.orderId = order.orderId();
        shipment.reference = reference.written();
        shipment.referenceKey = reference.normal();
        shipment.partnerId = order.partnerId();
        shipment.state = Shipment.State.DISPATCHED;
        shipment.dispatchedAt = clock.now();
        shipment.goods = new ArrayList<>();
        for (DispatchedUnits part : units) {
            UnitPrice price = order.unitPrice(part.line());
            shipment.goods.add(new Shipment.Goods(
                    part.line(),
                    part.product(),
                    part.grade(),
                    part.batchId(),
                    part.memberId(),
                    part.lot(),
                    part.owner(),
                    part.quantity(),
                    part.unit(),
                    price.minor(),
                    price.per()));
        }
        return shipment;
    }
}
