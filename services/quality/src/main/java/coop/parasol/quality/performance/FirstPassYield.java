package coop.parasol.quality.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * First-pass yield: the share of batches that were accepted at their original inspection, 0 to 1, to four decimals. Trends
 * of it show 24 calendar months, in UTC.
 */
public final class FirstPassYield {

    private static final int DECIMALS = 4;
    private static final int MONTHS_OF_A_TREND = 24;

    private FirstPassYield() {}

    /** @param inspected at least one */
    public static BigDecimal of(long acceptedFirst, long inspected) {
        return BigDecimal.valueOf(acceptedFirst).divide(BigDecimal.valueOf(inspected), DECIMALS, RoundingMode.HALF_UP);
    }

    static BigDecimal of(double share) {
        return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The first day of the first month of a trend. */
    public static LocalDate firstMonth(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(MONTHS_OF_A_TREND - 1);
    }
}
