package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as REST shows it.
 *
 * @param kind a debit note charges more for goods of earlier invoices
 * @param shipmentId absent on a debit note
 * @param orderReference the partner's own number of the order
 * @param paidAt absent until it is paid
 * @param bankReference of the payment, absent until it is paid
 * @param lines absent in lists; their amounts sum to the total
 */
public record InvoiceView(
        UUID invoiceId,
        String invoiceNumber,
        Invoice.Kind kind,
        UUID orderId,
        @Nullable String orderReference,
        @Nullable UUID shipmentId,
        UUID partnerId,
        @Nullable String partnerName,
        Money total,
        Invoice.State state,
        Instant issuedAt,
        @Nullable Instant paidAt,
        @Nullable String bankReference,
        @Nullable List<Line> lines) {

    /** What the partners and orders of invoices are called. */
    record Names(Map<UUID, String> partners, Map<UUID, String> orderReferences) {}

    /**
     * Goods of one batch.
     *
     * @param line of the order
     * @param memberId whose goods they were; absent for goods that were the firm's own
     * @param unitPrice of all the units
     * @param formerUnitPrice on a debit note: what was charged for a unit until then; the amount is the difference; absent on an invoice
     * @param debitedInvoiceId on a debit note: the invoice that has the units; absent on an invoice
     * @param recalled whether quality has called the batch back: what is unpaid of it is disputed
     */
    public record Line(
            int line,
            String product,
            String grade,
            UUID batchId,
            @Nullable UUID memberId,
            String lot,
            Quantity quantity,
            UnitPrice unitPrice,
            @Nullable UnitPrice formerUnitPrice,
            Money amount,
            @Nullable UUID debitedInvoiceId,
            boolean recalled) {

        static Line of(Invoice.Line line, FirmCurrency currency, Set<UUID> recalled) {
            return new Line(
                    line.orderLine(),
                    line.product(),
                    line.grade(),
                    line.batchId(),
                    line.memberId(),
                    line.lot(),
                    new Quantity(line.quantity(), line.unit()),
                    currency.unitPrice(line.unitPrice(), line.priceBase()),
                    line.formerUnitPrice() == null || line.formerPriceBase() == null
                            ? null
                            : currency.unitPrice(line.formerUnitPrice(), line.formerPriceBase()),
                    currency.money(line.amount()),
                    line.debitedInvoiceId(),
                    recalled.contains(line.batchId()));
        }
    }

    /** @param recalled batches that quality has called back */
    static InvoiceView of(Invoice invoice, Names names, FirmCurrency currency, Set<UUID> recalled) {
        return view(
                invoice,
                names,
                invoice.lines.stream()
                        .map(line -> Line.of(line, currency, recalled))
                        .toList(),
                currency);
    }

    static InvoiceView withoutLines(Invoice invoice, Names names, FirmCurrency currency) {
        return view(invoice, names, null, currency);
    }

    private static InvoiceView view(Invoice invoice, Names names, @Nullable List<Line> lines, FirmCurrency currency) {
        return new InvoiceView(
                invoice.invoiceId,
                invoice.number,
                invoice.kind,
                invoice.orderId,
                names.orderReferences().get(invoice.orderId),
                invoice.shipmentId,
                invoice.partnerId,
                names.partners().get(invoice.partnerId),
                currency.money(invoice.total),
                invoice.state,
                invoice.issuedAt,
                invoice.paidAt,
                invoice.bankReference,
                lines);
    }
}
