package coop.parasol.distribution.invoice;

import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.invoice.rules.InvoiceAmount;
import coop.parasol.distribution.invoice.rules.InvoiceNumber;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.Orders;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods were delivered; now the partner owes for them instead of having them on order. */
@ApplicationScoped
public class IssueInvoice {

    private final Invoices invoices;
    private final Orders orders;
    private final Outbox outbox;
    private final Firm firm;

    IssueInvoice(Invoices invoices, Orders orders, Outbox outbox, Firm firm) {
        this.invoices = invoices;
        this.orders = orders;
        this.outbox = outbox;
        this.firm = firm;
    }

    /**
     * Issues the one invoice of a shipment. The number is taken last, because nobody else gets one until this
     * transaction ends.
     *
     * @param order as it was locked
     * @param ownBatches batches of the goods that were the firm's own when they left
     */
    public Invoice issue(Order order, UUID shipmentId, List<ShippedGoods> goods, Set<UUID> ownBatches, Cause cause) {
        Money total = InvoiceAmount.total(goods, firm.currency());
        orders.settle(order, total, firm.money(0));
        Instant now = firm.now();
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        Invoice invoice = new Invoice(
                Ids.next(),
                InvoiceNumber.of(year, invoices.nextOf(year)),
                order.orderId(),
                shipmentId,
                order.partnerId(),
                total,
                "ISSUED",
                now,
                null,
                null,
                null);
        List<Invoice.Line> lines = goods.stream()
                .map(part -> line(part, ownBatches.contains(part.batchId()) ? null : part.memberId()))
                .toList();
        invoices.insert(invoice, lines);
        outbox.append(
                new InvoiceIssued(
                        invoice.invoiceId(),
                        invoice.invoiceNumber(),
                        order.orderId(),
                        shipmentId,
                        order.partnerId(),
                        total),
                cause);
        return invoice.with(lines);
    }

    /** The invoice of a shipment, without its lines. */
    public Optional<Invoice> ofShipment(UUID shipmentId) {
        return invoices.ofShipment(shipmentId);
    }

    private static Invoice.Line line(ShippedGoods part, @Nullable UUID memberId) {
        return new Invoice.Line(
                part.line(),
                part.product(),
                part.grade(),
                part.batchId(),
                memberId,
                part.lot(),
                part.quantity(),
                part.unitPrice(),
                InvoiceAmount.of(part));
    }
}
