package coop.parasol.production.outlook.rules;

import java.math.BigDecimal;

/**
 * How much of the certified stock a week has: what is reserved for its orders, and of what is reserved for nobody what earlier weeks
 * leave. Reserved goods are of the week they are reserved for, also where an order for an earlier one comes later. All quantities are
 * in the unit of the product.
 */
public final class StockOfWeek {

    private StockOfWeek() {}

    /**
     * Reserved for open orders and not yet dispatched.
     *
     * @param ofWeek for orders for the week
     * @param earlier for orders for earlier weeks
     * @param later for orders for later weeks
     */
    public record Reserved(BigDecimal ofWeek, BigDecimal earlier, BigDecimal later) {}

    /**
     * The stock of a week, zero or more. Where less is in stock than is reserved, because a lot was recalled or has expired, it is the
     * earliest weeks'.
     *
     * @param certifiedStock of the product, now
     * @param earlierNeeds what is wanted for earlier weeks, what is reserved for it included
     */
    public static BigDecimal of(BigDecimal certifiedStock, Reserved reserved, BigDecimal earlierNeeds) {
        BigDecimal own = certifiedStock
                .subtract(reserved.earlier())
                .min(reserved.ofWeek())
                .max(BigDecimal.ZERO);
        BigDecimal free = certifiedStock
                .subtract(reserved.ofWeek())
                .subtract(reserved.later())
                .subtract(earlierNeeds)
                .max(BigDecimal.ZERO);
        return own.add(free);
    }
}
