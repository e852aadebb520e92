package coop.parasol.production.outlook.rules;

import java.math.BigDecimal;

/**
 * How much of a product is still to be committed for a week: the net requirement of material requirements planning, that is
 * gross requirements (open orders and forecasts) less projected stock less scheduled receipts (commitments). All quantities are in the unit
 * of the product.
 */
public final class NetRequirement {

    private NetRequirement() {}

    /**
     * What one week needs and has.
     *
     * @param stock certified stock that is this week's ({@link StockOfWeek})
     * @param uncovered {@code wanted - stock - commitments}, never below zero
     */
    public record Week(BigDecimal stock, BigDecimal uncovered) {}

    /**
     * The net requirement of a week.
     *
     * @param wanted for the week: ordered and not yet dispatched, and forecasts that no order has consumed
     * @param stock certified stock that is this week's ({@link StockOfWeek})
     * @param commitments for the week, less what is reported of them
     */
    public static Week of(BigDecimal wanted, BigDecimal stock, BigDecimal commitments) {
        BigDecimal uncovered = wanted.subtract(stock).subtract(commitments).max(BigDecimal.ZERO);
        return new Week(stock, uncovered);
    }
}
