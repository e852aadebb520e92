package coop.parasol.distribution.invoice;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.invoice.rules.InvoiceAmount;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.RecalculateOrder;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The partner owes for delivered goods instead of having them on order. */
@ApplicationScoped
public class IssueInvoice {

    private final InvoiceNumbers invoiceNumbers;
    private final InvoicedQuantities invoicedQuantities;
    private final RecalculateOrder recalculateOrder;
    private final Outbox outbox;
    private final FirmClock clock;
    private final FirmCurrency currency;

    IssueInvoice(
            InvoiceNumbers invoiceNumbers,
            InvoicedQuantities invoicedQuantities,
            RecalculateOrder recalculateOrder,
            Outbox outbox,
            FirmClock clock,
            FirmCurrency currency) {
        this.invoiceNumbers = invoiceNumbers;
        this.invoicedQuantities = invoicedQuantities;
        this.recalculateOrder = recalculateOrder;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    /**
     * Issues the one invoice of a shipment. The number is taken late, because nobody else gets one until this
     * transaction ends.
     *
     * @param order as it was locked
     * @param batchesOfFirm batches of the goods that were the firm's own when they left
     */
    public Invoice issue(Order order, UUID shipmentId, List<ShippedGoods> goods, Set<UUID> batchesOfFirm, Cause cause) {
        List<Money> amounts = InvoiceAmount.of(goods, invoicedQuantities.of(order.orderId()));
        Money total = InvoiceAmount.total(amounts, currency.code());
        recalculateOrder.afterLinesChanged(order, total, currency.money(0));
        Instant now = clock.now();
        Invoice invoice = new Invoice();
        invoice.invoiceId = Ids.next();
        invoice.number = invoiceNumbers.next(clock.financialYear(clock.day(now)));
        invoice.kind = Invoice.Kind.INVOICE;
        invoice.orderId = order.orderId();
        invoice.shipmentId = shipmentId;
        invoice.partnerId = order.partnerId();
        invoice.total = total.minor();
        invoice.state = Invoice.State.ISSUED;
        invoice.issuedAt = now;
        invoice.lines = lines(goods, amounts, batchesOfFirm);
        invoice.persist();
        outbox.append(
                new InvoiceIssued(
                        invoice.invoiceId,
                        invoice.number,
                        order.orderId(),
                        shipmentId,
                        order.partnerId(),
                        total,
                        accepted(invoice, order),
                        Period.of(clock.day(now))),
                cause);
        return invoice;
    }

    private List<AcceptedGoods> accepted(Invoice invoice, Order order) {
        Map<Integer, Quantity> ordered = order.lines().stream()
                .collect(Collectors.toMap(Order.Line::line, line -> new Quantity(line.quantity(), line.unit())));
        return invoice.lines.stream()
                .map(line -> new AcceptedGoods(
                        line.product(),
                        line.grade(),
                        line.batchId(),
                        line.memberId(),
                        new Quantity(line.quantity(), line.unit()),
                        currency.money(line.amount()),
                        ordered.get(line.orderLine())))
                .toList();
    }

    private static List<Invoice.Line> lines(List<ShippedGoods> goods, List<Money> amounts, Set<UUID> batchesOfFirm) {
        List<Invoice.Line> lines = new ArrayList<>();
        for (ShippedGoods part : goods) {
            lines.add(new Invoice.Line(
                    lines.size() + 1,
                    part.line(),
                    part.product(),
                    part.grade(),
                    part.batchId(),
                    batchesOfFirm.contains(part.batchId()) ? null : part.memberId(),
                    part.lot(),
                    part.quantity().value(),
                    part.quantity().unit(),
                    part.unitPrice().minor(),
                    part.unitPrice().per(),
                    amounts.get(lines.size()).minor(),
                    null,
                    null,
                    null));
        }
        return lines;
    }
}
