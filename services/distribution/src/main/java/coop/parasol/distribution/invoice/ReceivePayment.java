package coop.parasol.distribution.invoice;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.OrderRepository;
import coop.parasol.distribution.order.RecalculateOrder;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner has paid an invoice or a debit note: what came in follows the goods into their pools. A debit note's units were told with
 * their invoice.
 */
@ApplicationScoped
public class ReceivePayment {

    private final OrderRepository orders;
    private final RecalculateOrder recalculateOrder;
    private final Outbox outbox;
    private final FirmClock clock;
    private final FirmCurrency currency;

    ReceivePayment(
            OrderRepository orders,
            RecalculateOrder recalculateOrder,
            Outbox outbox,
            FirmClock clock,
            FirmCurrency currency) {
        this.orders = orders;
        this.recalculateOrder = recalculateOrder;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    /** What entering a payment leads to; nothing has changed unless it is {@link Paid}. */
    public sealed interface Outcome permits Paid, UnknownInvoice, WrongAmount, PaidBefore, TransferUsed {}

    /** Paid; the same payment entered again is paid once. */
    public record Paid(Invoice invoice) implements Outcome {}

    /** There is no such invoice. */
    public record UnknownInvoice() implements Outcome {}

    /** An invoice is paid in full and at once. */
    public record WrongAmount(Money due) implements Outcome {}

    /** It was paid before with another payment. */
    public record PaidBefore(String bankReference) implements Outcome {}

    /** The transfer has paid another invoice. */
    public record TransferUsed(String invoiceNumber) implements Outcome {}

    public Outcome receive(UUID invoiceId, Money amount, Identifier bankReference, Cause cause) {
        Optional<UUID> orderId = Invoice.orderOf(invoiceId);
        if (orderId.isEmpty()) {
            return new UnknownInvoice();
        }
        Order order = orders.lock(orderId.get());
        Invoice invoice = Invoice.lock(invoiceId);
        Money total = currency.money(invoice.total);
        if (!amount.equals(total)) {
            return new WrongAmount(total);
        }
        if (invoice.bankReference != null) {
            return bankReference.normal().equals(invoice.bankReferenceKey)
                    ? new Paid(invoice)
                    : new PaidBefore(invoice.bankReference);
        }
        Optional<Invoice> other = Invoice.paidBy(bankReference);
        if (other.isPresent()) {
            return new TransferUsed(other.get().number);
        }
        Instant now = clock.now();
        invoice.state = Invoice.State.PAID;
        invoice.paidAt = now;
        invoice.bankReference = bankReference.written();
        invoice.bankReferenceKey = bankReference.normal();
        recalculateOrder.afterLinesChanged(order, currency.money(0), amount);
        outbox.append(
                new PaymentReceived(
                        invoiceId,
                        invoice.partnerId,
                        amount,
                        goods(invoice),
                        clock.thisWeek(),
                        bankReference.written(),
                        now),
                cause);
        return new Paid(invoice);
    }

    private List<PaidGoods> goods(Invoice invoice) {
        boolean addsUnits = invoice.kind == Invoice.Kind.INVOICE;
        return invoice.lines.stream()
                .map(line -> new PaidGoods(
                        line.product(),
                        line.grade(),
                        line.batchId(),
                        line.memberId(),
                        addsUnits ? new Quantity(line.quantity(), line.unit()) : Quantity.zero(line.unit()),
                        currency.money(line.amount())))
                .toList();
    }
}
