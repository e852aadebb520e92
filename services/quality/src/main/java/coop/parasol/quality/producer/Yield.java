package coop.parasol.quality.producer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** First-pass yield: the share of batches that were accepted at their first inspection, to four decimals. */
final class Yield {

    private static final int DECIMALS = 4;

    private Yield() {}

    static BigDecimal of(long acceptedFirst, long inspected) {
        return BigDecimal.valueOf(acceptedFirst).divide(BigDecimal.valueOf(inspected), DECIMALS, RoundingMode.HALF_UP);
    }

    static BigDecimal of(double share) {
        return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
