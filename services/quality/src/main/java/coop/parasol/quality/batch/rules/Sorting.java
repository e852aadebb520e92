package coop.parasol.quality.batch.rules;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a rejected lot may go on as a lot of its own after it was sorted (screened) unit by unit: the units that its
 * inspection has found nonconforming are among those that are scrapped, and something is scrapped in any case.
 */
public final class Sorting {

    private Sorting() {}

    /** Why a quantity cannot go on. */
    public record NotPossible(String code, String detail) {}

    /**
     * @param good what is to go on
     * @param left what earlier and the present inspection have not used up
     * @param found units of it in which the inspection has found a defect
     */
    public static Optional<NotPossible> refusal(BigDecimal good, BigDecimal left, long found) {
        BigDecimal most = left.subtract(BigDecimal.valueOf(found)).max(BigDecimal.ZERO);
        if (good.signum() > 0 && good.compareTo(most) <= 0 && good.compareTo(left) < 0) {
            return Optional.empty();
        }
        return Optional.of(new NotPossible(
                "quantity-out-of-range",
                "Of " + left.stripTrailingZeros().toPlainString() + " units at least " + found
                        + " are nonconforming: more than 0, at most "
                        + most.stripTrailingZeros().toPlainString()
                        + " and not all can go on. If nothing is scrapped, announce a rework; if nothing goes on,"
                        + " scrap the batch."));
    }
}
