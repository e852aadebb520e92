package coop.parasol.distribution.invoice.rules;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What delivered goods cost. An order line may be invoiced in parts, by shipment and batch: each part costs what all parts up to it
 * cost together, rounded half up to the minor unit, less what those before it have cost. So all parts of a line cost what the line
 * was accepted at, whatever its parts; and the invoice is the sum of its lines.
 */
public final class InvoiceAmount {

    private InvoiceAmount() {}

    /**
     * The amount of each part, in their order.
     *
     * @param goods of one order
     * @param invoicedBefore units by line of the order that earlier invoices have; a line that none has may be missing
     */
    public static List<Money> of(List<ShippedGoods> goods, Map<Integer, BigDecimal> invoicedBefore) {
        Map<Integer, BigDecimal> invoiced = new HashMap<>(invoicedBefore);
        List<Money> amounts = new ArrayList<>();
        for (ShippedGoods part : goods) {
            BigDecimal before = invoiced.getOrDefault(part.line(), BigDecimal.ZERO);
            amounts.add(part.unitPrice().timesPart(before, part.quantity().value()));
            invoiced.put(part.line(), before.add(part.quantity().value()));
        }
        return amounts;
    }

    /** The sum of the lines. */
    public static Money total(Collection<Money> amounts, String currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
