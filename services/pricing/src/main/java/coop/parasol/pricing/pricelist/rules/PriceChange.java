package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A change of all prices of a list by a percentage, each rounded half up to a grid: 102.50 by 3.5 % to 0.05 is 106.10.
 *
 * @param percent more than -100; negative where prices fall
 * @param grid what every amount is to be a multiple of, in major units of the currency for the price's own base; null for as many
 *     decimals as a price may have
 */
public record PriceChange(BigDecimal percent, @Nullable BigDecimal grid) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The price after the change, for as many units; zero where it is less than half the grid. */
    public UnitPrice changed(UnitPrice price) {
        BigDecimal exact = price.amount().multiply(HUNDRED.add(percent)).movePointLeft(2);
        BigDecimal step = grid == null ? BigDecimal.ONE.movePointLeft(UnitPrice.maxDecimals(price.currency())) : grid;
        return new UnitPrice(exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step), price.currency(), price.per());
    }
}
