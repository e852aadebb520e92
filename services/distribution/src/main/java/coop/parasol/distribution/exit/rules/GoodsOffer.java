package coop.parasol.distribution.exit.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Unsold goods that a leaving member has offered to the firm: what the firm may pay for them, and until when it may decide. */
public final class GoodsOffer {

    private GoodsOffer() {}

    /** Whether the firm may pay that for a unit: more than nothing, at most the list price at the bylaws' tier. */
    public static boolean isAllowed(Money unitPrice, UnitPrice listPrice) {
        return unitPrice.isPositive()
                && unitPrice.currency().equals(listPrice.currency())
                && UnitPrice.of(unitPrice).compareTo(listPrice) <= 0;
    }

    /** What is owed for the goods, rounded down to the minor unit: the firm pays it out. */
    public static Money amount(Money unitPrice, BigDecimal quantity) {
        return unitPrice.timesRoundedDown(quantity);
    }

    /** The last day on which the firm may decide about the offer; then the goods stay in the pools. */
    public static LocalDate openUntil(LocalDate boundOn, int offerDays) {
        return boundOn.plusDays(offerDays);
    }
}
