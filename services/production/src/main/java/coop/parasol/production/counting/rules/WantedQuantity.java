package coop.parasol.production.counting.rules;

import java.math.BigDecimal;

/** How much of a product and grade partners want of a week, for which commitments count: what is ordered less stock not needed earlier. */
public final class WantedQuantity {

    private WantedQuantity() {}

    /**
     * What is wanted of a week. All quantities are in the unit of the product.
     *
     * @param openOrders for the week, not yet dispatched
     * @param earlierOpenOrders for earlier weeks; the stock is theirs first
     * @param certifiedStock now
     * @param reported of commitments for this week or a later one: what is in stock of it must not lessen what they count for
     */
    public static BigDecimal of(
            BigDecimal openOrders, BigDecimal earlierOpenOrders, BigDecimal certifiedStock, BigDecimal reported) {
        BigDecimal stock =
                certifiedStock.subtract(earlierOpenOrders).subtract(reported).max(BigDecimal.ZERO);
        return openOrders.subtract(stock).max(BigDecimal.ZERO);
    }
}
