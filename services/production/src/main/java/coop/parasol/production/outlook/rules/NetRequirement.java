package coop.parasol.production.outlook.rules;

import java.math.BigDecimal;

/**
 * How much of a product is still to be committed for a week: the net requirement of material requirements planning, that is
 * gross requirements (open orders) less projected stock less scheduled receipts (commitments). All quantities are in the unit
 * of the product.
 */
public final class NetRequirement {

    private NetRequirement() {}

    /**
     * What one week needs and has.
     *
     * @param stock certified stock that earlier weeks leave for this one
     * @param uncovered {@code open orders - stock - commitments}, never below zero
     */
    public record Week(BigDecimal stock, BigDecimal uncovered) {}

    /**
     * The net requirement of a week.
     *
     * @param openOrders ordered for the week and not yet dispatched
     * @param earlierOpenOrders ordered for earlier weeks and not yet dispatched; they are served from stock first
     * @param certifiedStock of the product, now
     * @param commitments for the week, less what is reported of them
     */
    public static Week of(
            BigDecimal openOrders, BigDecimal earlierOpenOrders, BigDecimal certifiedStock, BigDecimal commitments) {
        BigDecimal stock = certifiedStock.subtract(earlierOpenOrders).max(BigDecimal.ZERO);
        BigDecimal uncovered = openOrders.subtract(stock).subtract(commitments).max(BigDecimal.ZERO);
        return new Week(stock, uncovered);
    }
}
