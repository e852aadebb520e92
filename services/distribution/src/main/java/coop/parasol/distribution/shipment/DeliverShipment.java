package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShipmentDelivered;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.catalogue.Products;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.invoice.IssueInvoice;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.Orders;
import coop.parasol.distribution.shipment.Shipment.Goods;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A shipment has arrived; its invoice is issued at once. Reported twice it arrives once. */
@ApplicationScoped
public class DeliverShipment {

    private final Products products;
    private final Orders orders;
    private final Shipments shipments;
    private final IssueInvoice issueInvoice;
    private final Outbox outbox;
    private final Firm firm;

    DeliverShipment(
            Products products,
            Orders orders,
            Shipments shipments,
            IssueInvoice issueInvoice,
            Outbox outbox,
            Firm firm) {
        this.products = products;
        this.orders = orders;
        this.shipments = shipments;
        this.issueInvoice = issueInvoice;
        this.outbox = outbox;
        this.firm = firm;
    }

    record Delivered(Shipment shipment, Invoice invoice) {}

    /** Empty where there is no such shipment. */
    Optional<Delivered> deliver(UUID shipmentId, Cause cause) {
        Optional<Shipment> found = shipments.find(shipmentId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        products.lock(
                found.get().goods().stream().map(Goods::product).distinct().toList());
        Order order = orders.lock(found.get().orderId());
        Shipment shipment = shipments.find(shipmentId).orElseThrow();
        if (shipment.deliveredAt() != null) {
            return Optional.of(
                    new Delivered(shipment, issueInvoice.ofShipment(shipmentId).orElseThrow()));
        }
        Instant now = firm.now();
        Shipment delivered = shipment.delivered(now);
        shipments.deliver(delivered);
        outbox.append(
                new ShipmentDelivered(shipmentId, shipment.orderId(), shipment.partnerId(), shipment.shipped(), now),
                cause);
        Invoice invoice = issueInvoice.issue(
                order,
                shipmentId,
                shipment.shipped(),
                shipment.goods().stream()
                        .filter(goods -> goods.owner().equals("FIRM"))
                        .map(Goods::batchId)
                        .collect(Collectors.toSet()),
                cause);
        return Optional.of(new Delivered(delivered, invoice));
    }
}
