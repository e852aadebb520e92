package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.DebitedGoods;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.invoice.DebitedLines.Debited;
import coop.parasol.distribution.invoice.rules.InvoiceAmount;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.RecalculateOrder;
import coop.parasol.distribution.order.RepricedGoods;
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

/**
 * The partner owes more for goods that were invoiced, because it wants less of their line than their price was for. The note adds no
 * units; it is numbered, owed and paid as an invoice.
 */
@ApplicationScoped
class IssueDebitNote implements RepricedGoods {

    private final InvoiceNumbers invoiceNumbers;
    private final DebitedLines debitedLines;
    private final RecalculateOrder recalculateOrder;
    private final Outbox outbox;
    private final FirmClock clock;
    private final FirmCurrency currency;

    IssueDebitNote(
            InvoiceNumbers invoiceNumbers,
            DebitedLines debitedLines,
            RecalculateOrder recalculateOrder,
            Outbox outbox,
            FirmClock clock,
            FirmCurrency currency) {
        this.invoiceNumbers = invoiceNumbers;
        this.debitedLines = debitedLines;
        this.recalculateOrder = recalculateOrder;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    @Override
    public Money due(Order order, Map<Integer, UnitPrice> prices) {
        return total(debitedLines.of(order, prices));
    }

    @Override
    public Order charge(Order before, Map<Integer, UnitPrice> prices, Cause cause) {
        List<Debited> debited = debitedLines.of(before, prices);
        if (debited.isEmpty()) {
            return recalculateOrder.afterLinesChanged(before);
        }
        Money total = total(debited);
        Order now = recalculateOrder.afterLinesChanged(before, total, currency.money(0));
        issue(before, debited, total, cause);
        return now;
    }

    private Money total(List<Debited> debited) {
        return InvoiceAmount.total(debited.stream().map(Debited::amount).toList(), currency.code());
    }

    /** The number is taken late, because nobody else gets one until this transaction ends. */
    private void issue(Order order, List<Debited> debited, Money total, Cause cause) {
        Instant now = clock.now();
        Invoice note = new Invoice();
        note.invoiceId = Ids.next();
        note.number = invoiceNumbers.next(clock.financialYear(clock.day(now)));
        note.kind = Invoice.Kind.DEBIT_NOTE;
        note.orderId = order.orderId();
        note.partnerId = order.partnerId();
        note.total = total.minor();
        note.state = Invoice.State.ISSUED;
        note.issuedAt = now;
        note.lines = lines(debited);
        note.persist();
        outbox.append(
                new DebitNoteIssued(
                        note.invoiceId,
                        note.number,
                        order.orderId(),
                        order.partnerId(),
                        total,
                        debited.stream().map(this::goods).toList(),
                        now),
                cause);
    }

    private DebitedGoods goods(Debited debited) {
        Invoice.Line line = debited.line();
        return new DebitedGoods(
                debited.invoice().invoiceId,
                line.product(),
                line.grade(),
                line.batchId(),
                line.memberId(),
                new Quantity(line.quantity(), line.unit()),
                debited.amount(),
                Period.of(clock.day(debited.acceptedAt())));
    }

    private static List<Invoice.Line> lines(List<Debited> debited) {
        List<Invoice.Line> lines = new ArrayList<>();
        for (Debited one : debited) {
            lines.add(one.line()
                    .debited(
                            lines.size() + 1,
                            one.price(),
                            one.amount().minor(),
                            one.invoice().invoiceId,
                            one.former()));
        }
        return lines;
    }
}
