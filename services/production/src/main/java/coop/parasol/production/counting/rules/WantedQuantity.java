package coop.parasol.production.counting.rules;

import java.math.BigDecimal;

/**
 * How much of a product and grade partners want of a week, for which commitments count: of each partner the larger of orders and
 * forecast, of all together less stock not needed earlier. Goods that are dispatched early change nothing: they were wanted, and were
 * in stock.
 */
public final class WantedQuantity {

    private WantedQuantity() {}

    /**
     * What is wanted of a week. All quantities are in the unit of the product.
     *
     * @param demand for the week, the larger of orders and forecast of each partner, what was dispatched of it included
     * @param stock certified stock that is this week's now, as the outlook has it
     * @param dispatched for orders for the week, of what was in stock
     * @param reported of commitments for this week or a later one: what is or was in stock of it must not lessen what they count for
     */
    public static BigDecimal of(BigDecimal demand, BigDecimal stock, BigDecimal dispatched, BigDecimal reported) {
        BigDecimal other = stock.add(dispatched).subtract(reported).max(BigDecimal.ZERO);
        return demand.subtract(other).max(BigDecimal.ZERO);
    }
}
