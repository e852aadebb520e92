package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.Money;
import java.math.BigInteger;

/**
 * How much a partner may owe. Checked here when an order is decided; orders that are placed at once are held to
 * the same limit when their amount is added to the exposure, in {@code PartnerCredit.reserve}.
 *
 * @param limit what open orders and unpaid invoices may come to together
 * @param exposure what they come to before this order
 */
public record CreditLimit(Money limit, Money exposure) {

    /** Whether an order of this total stays within the limit; reaching it exactly does. */
    public boolean allows(Money total) {
        BigInteger owed = BigInteger.valueOf(exposure.minor()).add(BigInteger.valueOf(total.minor()));
        return owed.compareTo(BigInteger.valueOf(limit.minor())) <= 0;
    }
}
