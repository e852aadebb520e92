package coop.parasol.distribution.invoice;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.Orders;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A partner has paid an invoice; from the week the money came in, its goods are receipts of their pools. */
@ApplicationScoped
public class ReceivePayment {

    private final Invoices invoices;
    private final Orders orders;
    private final Outbox outbox;
    private final Firm firm;

    ReceivePayment(Invoices invoices, Orders orders, Outbox outbox, Firm firm) {
        this.invoices = invoices;
        this.orders = orders;
        this.outbox = outbox;
        this.firm = firm;
    }

    /** What came of it. */
    public sealed interface Outcome permits Paid, UnknownInvoice, WrongAmount, PaidBefore {}

    /** Paid; the same payment entered again is paid once. */
    public record Paid(Invoice invoice) implements Outcome {}

    public record UnknownInvoice() implements Outcome {}

    /** An invoice is paid in full and at once. */
    public record WrongAmount(Money due) implements Outcome {}

    /** Paid with another payment. */
    public record PaidBefore(String bankReference) implements Outcome {}

    public Outcome receive(UUID invoiceId, Money amount, String bankReference, Cause cause) {
        var found = invoices.find(invoiceId);
        if (found.isEmpty()) {
            return new UnknownInvoice();
        }
        Order order = orders.lock(found.get().orderId());
        Invoice invoice = invoices.lock(invoiceId);
        if (!amount.equals(invoice.total())) {
            return new WrongAmount(invoice.total());
        }
        if (invoice.bankReference() != null) {
            return invoice.bankReference().equals(bankReference)
                    ? new Paid(invoice)
                    : new PaidBefore(invoice.bankReference());
        }
        Instant now = firm.now();
        Invoice paid = invoice.paid(now, bankReference);
        invoices.pay(paid);
        orders.settle(order, firm.money(0), amount);
        List<PaidGoods> goods = Objects.requireNonNull(invoice.lines()).stream()
                .map(line -> new PaidGoods(
                        line.product(), line.grade(), line.batchId(), line.memberId(), line.quantity(), line.amount()))
                .toList();
        outbox.append(
                new PaymentReceived(invoiceId, invoice.partnerId(), amount, goods, firm.thisWeek(), bankReference, now),
                cause);
        return new Paid(paid);
    }
}
