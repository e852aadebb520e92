package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.invoice.rules.DebitAmount;
import coop.parasol.distribution.order.Order;
import coop.parasol.firm.FirmCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What invoices of an order have of lines whose price has risen, and how much more that costs. */
@ApplicationScoped
class DebitedLines {

    private final FirmCurrency currency;

    DebitedLines(FirmCurrency currency) {
        this.currency = currency;
    }

    /**
     * A line of an invoice that costs more.
     *
     * @param former price, as it was charged until now
     * @param amount more than zero
     */
    record Debited(Invoice invoice, Invoice.Line line, UnitPrice former, UnitPrice price, Money amount) {

        Instant acceptedAt() {
            return invoice.issuedAt;
        }
    }

    /**
     * The lines that cost more, in the order of the invoices.
     *
     * @param order as it was before its prices changed
     * @param prices new ones, by line
     */
    List<Debited> of(Order order, Map<Integer, UnitPrice> prices) {
        if (prices.isEmpty()) {
            return List.of();
        }
        List<Invoice> documents = Invoice.ofOrder(order.orderId());
        List<Debited> debited = new ArrayList<>();
        prices.forEach((line, price) -> debited.addAll(of(documents, line, order.unitPrice(line), price)));
        return debited;
    }

    private List<Debited> of(List<Invoice> documents, int orderLine, UnitPrice former, UnitPrice price) {
        record Part(Invoice invoice, Invoice.Line line) {}
        List<Part> parts = new ArrayList<>();
        Money charged = currency.money(0);
        for (Invoice document : documents) {
            for (Invoice.Line line : document.lines) {
                if (line.orderLine() == orderLine) {
                    charged = charged.plus(currency.money(line.amount()));
                    if (document.kind == Invoice.Kind.INVOICE) {
                        parts.add(new Part(document, line));
                    }
                }
            }
        }
        List<Money> amounts = DebitAmount.of(
                price, parts.stream().map(part -> part.line().quantity()).toList(), charged);
        List<Debited> debited = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (amounts.get(i).minor() > 0) {
                debited.add(new Debited(parts.get(i).invoice(), parts.get(i).line(), former, price, amounts.get(i)));
            }
        }
        return debited;
    }
}
