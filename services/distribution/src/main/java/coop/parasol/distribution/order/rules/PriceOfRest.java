package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;

/**
 * What all of a line costs of which its partner wants less than it has ordered: the price of the break that the rest reaches, by the
 * prices of the moment at which it was accepted. A rest below the least break costs what the least break does, for a partner may
 * always cancel. It never gets cheaper.
 */
public final class PriceOfRest {

    private PriceOfRest() {}

    /**
     * The price of a rest.
     *
     * @param breaks of the moment of acceptance; none where one price was for any quantity
     * @param now what the line costs until now
     * @param rest what is wanted of it from now on, what was dispatched and invoiced included
     * @param fallenShort what the firm does not deliver of it: its partner wants it all the same, so that it counts for the break
     */
    public static UnitPrice of(Collection<PriceBreak> breaks, UnitPrice now, BigDecimal rest, BigDecimal fallenShort) {
        if (breaks.isEmpty() || rest.signum() == 0) {
            return now;
        }
        Comparator<PriceBreak> byQuantity = Comparator.comparing(PriceBreak::minimumQuantity);
        UnitPrice reached = breaks.stream()
                .filter(one -> one.minimumQuantity().compareTo(rest.add(fallenShort)) <= 0)
                .max(byQuantity)
                .or(() -> breaks.stream().min(byQuantity))
                .map(PriceBreak::unitPrice)
                .orElse(now);
        return reached.compareTo(now) > 0 ? reached : now;
    }
}
