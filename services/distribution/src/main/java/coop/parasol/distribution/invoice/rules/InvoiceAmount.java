package coop.parasol.distribution.invoice.rules;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import java.util.Collection;

/**
 * What delivered goods cost: each line of goods its quantity times the order's unit price, rounded down to the minor
 * unit; the invoice is the sum of its lines, so that what is paid can be told apart by batch to the minor unit.
 */
public final class InvoiceAmount {

    private InvoiceAmount() {}

    public static Money of(ShippedGoods goods) {
        return goods.unitPrice().timesRoundedDown(goods.quantity().value());
    }

    public static Money total(Collection<ShippedGoods> goods, String currency) {
        return goods.stream().map(InvoiceAmount::of).reduce(Money.zero(currency), Money::plus);
    }
}
