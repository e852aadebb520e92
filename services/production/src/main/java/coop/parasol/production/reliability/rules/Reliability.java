package coop.parasol.production.reliability.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of what counted of its commitments a producer has delivered: delivered over counted (schedule attainment). What is delivered
 * beyond what counted in a week makes up for nothing of another.
 *
 * @param counted in all weeks together, zero or more
 * @param delivered of it, at most {@code counted}
 */
public record Reliability(BigDecimal counted, BigDecimal delivered) {

    /** Of a producer of which nothing has counted yet. */
    public static final Reliability NOTHING_COUNTED = new Reliability(BigDecimal.ZERO, BigDecimal.ZERO);

    /** The same with one week more. */
    public Reliability plus(BigDecimal countedInWeek, BigDecimal deliveredInWeek) {
        return new Reliability(counted.add(countedInWeek), delivered.add(deliveredInWeek.min(countedInWeek)));
    }

    /**
     * So much of a quantity as the producer has delivered of what counted; all of it where nothing has counted yet, for a new producer is
     * trusted.
     *
     * @param decimals of the unit; it is rounded down
     */
    public BigDecimal of(BigDecimal quantity, int decimals) {
        return counted.signum() == 0
                ? quantity
                : quantity.multiply(delivered).divide(counted, decimals, RoundingMode.DOWN);
    }
}
