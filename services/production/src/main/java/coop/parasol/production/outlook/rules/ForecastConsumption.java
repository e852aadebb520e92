package coop.parasol.production.outlook.rules;

import java.math.BigDecimal;

/**
 * How a partner's forecast nets with its orders for the same product, grade and week (forecast consumption, master scheduling): of both
 * the larger is wanted, so that orders consume the forecast and what they exceed it by is wanted too.
 */
public final class ForecastConsumption {

    private ForecastConsumption() {}

    /**
     * What no order has consumed of a forecast.
     *
     * @param ordered for the week, dispatched or not
     */
    public static BigDecimal unconsumed(BigDecimal forecast, BigDecimal ordered) {
        return forecast.subtract(ordered).max(BigDecimal.ZERO);
    }
}
