package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShipmentDelivered;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.invoice.IssueInvoice;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.OrderLineRepository;
import coop.parasol.distribution.order.OrderRepository;
import coop.parasol.distribution.order.RecalculateOrder;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.BatchOwner;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shipment has arrived; its invoice is issued in the same transaction, at the prices that the order has by then. Reported twice it
 * arrives once. Goods that were recalled
 * while they were under way are recorded as delivered and not invoiced: their partner has a recall notice.
 */
@ApplicationScoped
public class DeliverShipment {

    private final ProductRepository products;
    private final OrderRepository orders;
    private final OrderLineRepository orderLines;
    private final BatchRepository batches;
    private final IssueInvoice issueInvoice;
    private final RecalculateOrder recalculateOrder;
    private final Outbox outbox;
    private final FirmClock clock;

    DeliverShipment(
            ProductRepository products,
            OrderRepository orders,
            OrderLineRepository orderLines,
            BatchRepository batches,
            IssueInvoice issueInvoice,
            RecalculateOrder recalculateOrder,
            Outbox outbox,
            FirmClock clock) {
        this.products = products;
        this.orders = orders;
        this.orderLines = orderLines;
        this.batches = batches;
        this.issueInvoice = issueInvoice;
        this.recalculateOrder = recalculateOrder;
        this.outbox = outbox;
        this.clock = clock;
    }

    sealed interface Outcome permits Delivered, UnknownShipment {}

    /**
     * It has arrived, now or before.
     *
     * @param invoice null where all of it was recalled under way
     */
    record Delivered(Shipment shipment, @Nullable Invoice invoice) implements Outcome {}

    record UnknownShipment() implements Outcome {}

    Outcome deliver(UUID shipmentId, Cause cause) {
        Optional<UUID> orderId = Shipment.orderOf(shipmentId);
        if (orderId.isEmpty()) {
            return new UnknownShipment();
        }
        products.lock(Shipment.productsOf(shipmentId));
        Order order = orders.lock(orderId.get());
        // read only now: another transaction may have delivered it while this one waited for the order
        Shipment shipment = Shipment.findById(shipmentId);
        if (shipment.state == Shipment.State.DELIVERED) {
            return new Delivered(shipment, Invoice.ofShipment(shipmentId).orElse(null));
        }
        shipment.state = Shipment.State.DELIVERED;
        shipment.deliveredAt = clock.now();
        batches.deliver(shipment.goods.stream()
                .collect(Collectors.toMap(Shipment.Goods::batchId, Shipment.Goods::quantity, BigDecimal::add)));
        orderLines.deliver(
                order.orderId(),
                shipment.goods.stream()
                        .collect(Collectors.toMap(Shipment.Goods::line, Shipment.Goods::quantity, BigDecimal::add)));
        List<ShippedGoods> shipped = shipment.shipped(order);
        outbox.append(
                new ShipmentDelivered(shipmentId, shipment.orderId, shipment.partnerId, shipped, shipment.deliveredAt),
                cause);
        Set<UUID> recalled = batches.recalledAmong(
                shipment.goods.stream().map(Shipment.Goods::batchId).toList());
        List<ShippedGoods> charged = shipped.stream()
                .filter(goods -> !recalled.contains(goods.batchId()))
                .toList();
        if (charged.isEmpty()) {
            recalculateOrder.afterLinesChanged(order);
            return new Delivered(shipment, null);
        }
        Invoice invoice = issueInvoice.issue(
                order,
                shipmentId,
                charged,
                shipment.goods.stream()
                        .filter(goods -> goods.owner() == BatchOwner.FIRM)
                        .map(Shipment.Goods::batchId)
                        .collect(Collectors.toSet()),
                cause);
        return new Delivered(shipment, invoice);
    }
}
