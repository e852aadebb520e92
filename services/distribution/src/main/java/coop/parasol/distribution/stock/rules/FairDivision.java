package coop.parasol.distribution.stock.rules;

import coop.parasol.contracts.UniformLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Divides units among producers by the uniform rule (Sprumont 1991): each gets up to one level, equal for all, of what it has. Units
 * are whole. What rounding gives one too little it has as a credit of less than a unit in the next division, so that over any number
 * of divisions, however small, nobody is a unit ahead of what the rule gives it. Who has the larger credit gets the unit that cannot
 * be divided; ties go by the order in which the producers are given.
 */
final class FairDivision {

    private static final int DECIMALS = 6;
    private static final int EXACT_DECIMALS = 12;

    private FairDivision() {}

    /** Units that an owner has, at least some. */
    record Claim(UUID ownerId, BigDecimal available) {}

    /** What each owner gets, and what credit it has afterwards; owners that were not named keep theirs. */
    record Division(Map<UUID, BigDecimal> units, Map<UUID, BigDecimal> credits) {}

    private static final class Part {
        private final Claim claim;
        private final BigDecimal due;
        private BigDecimal units;

        Part(Claim claim, BigDecimal exact, BigDecimal credit) {
            this.claim = claim;
            this.due = exact.add(credit);
            this.units =
                    due.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO).min(claim.available());
        }

        BigDecimal missing() {
            return due.subtract(units);
        }

        /** Gives up to one unit more; @return how much */
        BigDecimal give(BigDecimal left) {
            BigDecimal more = BigDecimal.ONE.min(left).min(claim.available().subtract(units));
            units = units.add(more);
            return more;
        }

        /** Takes up to one unit back; @return how much */
        BigDecimal take(BigDecimal tooMuch) {
            BigDecimal less = BigDecimal.ONE.min(tooMuch).min(units);
            units = units.subtract(less);
            return less;
        }
    }

    /**
     * Divides a quantity.
     *
     * @param quantity more than nothing, and not more than all have together
     * @param claims one of each owner, in the order in which ties go
     * @param credits of owners from earlier divisions, -1 to 1; none is 0
     */
    static Division divide(BigDecimal quantity, List<Claim> claims, Map<UUID, BigDecimal> credits) {
        BigDecimal level =
                UniformLevel.of(quantity, claims.stream().map(Claim::available).toList(), EXACT_DECIMALS);
        List<Part> parts = new ArrayList<>();
        BigDecimal left = quantity;
        for (Claim claim : claims) {
            BigDecimal exact =
                    level == null ? claim.available() : claim.available().min(level);
            Part part = new Part(claim, exact, credits.getOrDefault(claim.ownerId(), BigDecimal.ZERO));
            left = left.subtract(part.units);
            parts.add(part);
        }
        parts.sort(Comparator.comparing(Part::missing).reversed());
        settle(parts, left);
        return division(parts);
    }

    /** Gives what is left to those who miss most, a unit each, or takes what is too much from those who miss least. */
    private static void settle(List<Part> mostMissingFirst, BigDecimal difference) {
        BigDecimal left = difference;
        while (left.signum() > 0) {
            for (int i = 0; i < mostMissingFirst.size() && left.signum() > 0; i++) {
                left = left.subtract(mostMissingFirst.get(i).give(left));
            }
        }
        while (left.signum() < 0) {
            for (int i = mostMissingFirst.size() - 1; i >= 0 && left.signum() < 0; i--) {
                left = left.add(mostMissingFirst.get(i).take(left.negate()));
            }
        }
    }

    private static Division division(List<Part> parts) {
        Map<UUID, BigDecimal> units = new HashMap<>();
        Map<UUID, BigDecimal> credits = new HashMap<>();
        for (Part part : parts) {
            units.put(part.claim.ownerId(), part.units);
            credits.put(
                    part.claim.ownerId(),
                    part.missing()
                            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                            .min(BigDecimal.ONE)
                            .max(BigDecimal.ONE.negate()));
        }
        return new Division(units, credits);
    }
}
