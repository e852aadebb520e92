package coop.parasol.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The level of the uniform rule (Sprumont 1991; constrained equal awards): where claims are more than what there is, each gets up to
 * one level that is equal for all.
 */
public final class UniformLevel {

    private UniformLevel() {}

    /**
     * The level, rounded down.
     *
     * @param available what there is, zero or more
     * @param claims zero or more each
     * @param decimals of the level
     * @return null if all claims together are not more than what there is: each gets the whole of its own
     */
    public static @Nullable BigDecimal of(BigDecimal available, List<BigDecimal> claims, int decimals) {
        if (claims.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(available) <= 0) {
            return null;
        }
        List<BigDecimal> ascending =
                claims.stream().sorted(Comparator.naturalOrder()).toList();
        BigDecimal left = available;
        int sharing = ascending.size();
        for (BigDecimal claim : ascending) {
            if (claim.multiply(BigDecimal.valueOf(sharing)).compareTo(left) > 0) {
                break;
            }
            left = left.subtract(claim);
            sharing--;
        }
        return left.divide(BigDecimal.valueOf(sharing), decimals, RoundingMode.DOWN);
    }
}
