package coop.parasol.pricing.pool.rules;

import coop.parasol.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the firm keeps of a pool's receipts: their part in basis points, to the minor unit, half a unit up, as a spreadsheet's ROUND has it.
 * It is always computed of all that the pool has received, so that it is the same in however many parts the money comes.
 */
public final class FirmMargin {

    private static final int BASIS_POINT_DECIMALS = 4;

    private FirmMargin() {}

    /** @param basisPoints of the receipts, from 0 to 10,000 */
    public static Money of(Money receipts, int basisPoints) {
        return new Money(
                BigDecimal.valueOf(receipts.minor())
                        .multiply(BigDecimal.valueOf(basisPoints, BASIS_POINT_DECIMALS))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                receipts.currency());
    }
}
