package coop.parasol.distribution.invoice.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How much more goods of an order line cost that were invoiced, since its price has risen: all of them at the new price, rounded half
 * up once, less what was charged for them. Each part bears of that what its units are of all, by the running sum, so that the parts
 * add up to it and none is negative.
 */
public final class DebitAmount {

    private DebitAmount() {}

    /**
     * The amount of each part, in their order.
     *
     * @param price of all units now
     * @param parts units, as invoices have them, of one line
     * @param charged for all of them until now, by invoices and debit notes
     */
    public static List<Money> of(UnitPrice price, List<BigDecimal> parts, Money charged) {
        BigDecimal all = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long due = Math.max(0, price.times(all).minus(charged).minor());
        List<Money> amounts = new ArrayList<>();
        BigDecimal units = BigDecimal.ZERO;
        long before = 0;
        for (BigDecimal part : parts) {
            units = units.add(part);
            long until = BigDecimal.valueOf(due)
                    .multiply(units)
                    .divide(all, 0, RoundingMode.HALF_UP)
                    .longValueExact();
            amounts.add(new Money(until - before, charged.currency()));
            before = until;
        }
        return amounts;
    }
}
