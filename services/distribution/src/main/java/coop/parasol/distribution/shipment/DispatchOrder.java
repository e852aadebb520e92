package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.catalogue.Products;
import coop.parasol.distribution.exit.ClearExits;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.Orders;
import coop.parasol.distribution.order.ReplaceExpired;
import coop.parasol.distribution.shipment.Shipment.Goods;
import coop.parasol.distribution.shipment.rules.Sscc;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All that is reserved for an order leaves as one shipping unit; from now on it counts as sold. */
@ApplicationScoped
public class DispatchOrder {

    private final Products products;
    private final Orders orders;
    private final ReplaceExpired replaceExpired;
    private final Shipments shipments;
    private final ClearExits clearExits;
    private final Outbox outbox;
    private final Firm firm;
    private final String companyPrefix;

    DispatchOrder(
            Products products,
            Orders orders,
            ReplaceExpired replaceExpired,
            Shipments shipments,
            ClearExits clearExits,
            Outbox outbox,
            Firm firm,
            @ConfigProperty(name = "parasol.gs1.company-prefix") String companyPrefix) {
        this.products = products;
        this.orders = orders;
        this.replaceExpired = replaceExpired;
        this.shipments = shipments;
        this.clearExits = clearExits;
        this.outbox = outbox;
        this.firm = firm;
        this.companyPrefix = companyPrefix;
    }

    /** What came of it. */
    sealed interface Outcome permits Dispatched, UnknownOrder, NothingToDispatch {}

    record Dispatched(Shipment shipment) implements Outcome {}

    record UnknownOrder() implements Outcome {}

    /** Nothing is reserved for the order. */
    record NothingToDispatch() implements Outcome {}

    Outcome dispatch(UUID orderId, Cause cause) {
        if (orders.partnerOf(orderId).isEmpty()) {
            return new UnknownOrder();
        }
        products.lock(orders.productsOf(orderId));
        Order order = orders.lock(orderId);
        replaceExpired.run(order, cause);
        List<Goods> goods = shipments.takeReserved(orderId);
        if (goods.isEmpty()) {
            return new NothingToDispatch();
        }
        Shipment shipment = new Shipment(
                Ids.next(),
                Sscc.of(companyPrefix, shipments.nextSerial()),
                orderId,
                order.partnerId(),
                "DISPATCHED",
                firm.now(),
                null,
                goods);
        shipments.insert(shipment);
        orders.settle(order, firm.money(0), firm.money(0));
        outbox.append(
                new ShipmentDispatched(
                        shipment.shipmentId(),
                        shipment.sscc(),
                        orderId,
                        order.partnerId(),
                        shipment.shipped(),
                        shipment.dispatchedAt()),
                cause);
        clearExits.ofMembers(goods.stream().map(Goods::memberId).distinct().toList(), cause);
        return new Dispatched(shipment);
    }
}
