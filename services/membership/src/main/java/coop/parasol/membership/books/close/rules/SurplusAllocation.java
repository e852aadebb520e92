package coop.parasol.membership.books.close.rules;

import coop.parasol.membership.books.close.rules.Allocation.Allotted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Divides the result of a period. A surplus first covers losses carried forward; then the bylaws' part goes to the indivisible
 * reserve, a {@linkplain LimitedReturn limited return} to the equal shares, and what is left to the members in proportion to their
 * patronage volume, part of it in cash and part as patronage capital. A loss is borne by the reserve and then by the shares, each
 * alike; what they cannot bear is carried forward. Amounts are minor units. Source: the firm's rules, section 2, period close.
 */
public final class SurplusAllocation {

    /** Basis points in a whole. */
    public static final int WHOLE = 10_000;

    private SurplusAllocation() {}

    /**
     * What the bylaws say, in basis points.
     *
     * @param reserveShare of a surplus to the indivisible reserve
     * @param limitedReturnRate of the value of a share, as decided within the bylaws' cap
     * @param cashShare of a bonus
     */
    public record Rates(int reserveShare, int limitedReturnRate, int cashShare) {
        public Rates {
            requireShare(reserveShare);
            requireShare(limitedReturnRate);
            requireShare(cashShare);
        }
    }

    /**
     * Equity before the close, in minor units.
     *
     * @param equalShares equal share capital
     * @param undivided undivided remainder; with the equal shares it is divided by N
     * @param lossCarried losses of earlier periods that nobody could bear, not negative
     * @param members N, shares that are out
     */
    public record Equity(long equalShares, long undivided, long reserve, long lossCarried, long members) {
        long divisible() {
            return Math.addExact(equalShares, undivided);
        }
    }

    /**
     * One who may get something.
     *
     * @param volume value of certified goods sold for it in the period
     * @param returns whether it has held its share from the end of the period until now: the limited return is for it
     * @param keepsCapital whether it still holds its share; one who has left gets its whole bonus in cash
     */
    public record Claim(UUID memberId, long volume, boolean returns, boolean keepsCapital) {
        public Claim {
            if (volume < 0) {
                throw new IllegalArgumentException("volume of " + memberId + " is negative");
            }
        }
    }

    public static Allocation allocate(long surplus, Equity equity, Rates rates, List<Claim> claims) {
        return surplus < 0 ? loss(surplus, equity) : gain(surplus, equity, rates, claims);
    }

    private static Allocation gain(long surplus, Equity equity, Rates rates, List<Claim> claims) {
        long covered = Math.min(surplus, equity.lossCarried());
        long left = surplus - covered;
        long reserve = part(left, rates.reserveShare());
        left -= reserve;

        long returning = claims.stream().filter(Claim::returns).count();
        long share = equity.members() == 0 ? 0 : Math.max(0, Math.floorDiv(equity.divisible(), equity.members()));
        long perShare = returning == 0 ? 0 : Math.min(part(share, rates.limitedReturnRate()), left / returning);
        left -= perShare * returning;

        BigInteger volume = claims.stream()
                .map(claim -> BigInteger.valueOf(claim.volume()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (volume.signum() == 0) {
            // nobody has done business: what nobody has earned belongs to all for ever
            reserve += left;
            left = 0;
        }
        List<Allotted> allotted = new ArrayList<>();
        long bonuses = 0;
        for (Claim claim : claims) {
            long bonus = proportion(left, claim.volume(), volume);
            long cash = claim.keepsCapital() ? part(bonus, rates.cashShare()) : bonus;
            Allotted part = new Allotted(claim.memberId(), claim.volume(), claim.returns() ? perShare : 0, bonus, cash);
            bonuses += bonus;
            if (!part.isNothing()) {
                allotted.add(part);
            }
        }
        return divided(surplus, equity, covered, reserve, left - bonuses, 0, allotted);
    }

    /** A share is never worth less than nothing: what the shares cannot bear is carried forward, and the next surplus covers it first. */
    private static Allocation loss(long surplus, Equity equity) {
        long loss = Math.negateExact(surplus);
        long byReserve = Math.min(loss, Math.max(0, equity.reserve()));
        long byShares = Math.min(loss - byReserve, Math.max(0, equity.divisible()));
        long beyond = loss - byReserve - byShares;
        long perShare = equity.members() == 0
                ? 0
                : Math.floorDiv(equity.divisible(), equity.members())
                        - Math.floorDiv(equity.divisible() - byShares, equity.members());
        return divided(surplus, equity, -beyond, -byReserve, -byShares, perShare, List.of());
    }

    /** Puts what changes the divisible part where N times v and the remainder of the floor belong. */
    private static Allocation divided(
            long surplus,
            Equity equity,
            long toLossCarried,
            long toReserve,
            long toDivisible,
            long lossPerShare,
            List<Allotted> allotted) {
        long divisible = Math.addExact(equity.divisible(), toDivisible);
        long shares = equity.members() == 0 ? 0 : Math.floorDiv(divisible, equity.members()) * equity.members();
        return new Allocation(
                surplus,
                toLossCarried,
                toReserve,
                shares - equity.equalShares(),
                divisible - shares - equity.undivided(),
                lossPerShare,
                List.copyOf(allotted));
    }

    private static long part(long of, int basisPoints) {
        return proportion(of, basisPoints, BigInteger.valueOf(WHOLE));
    }

    private static long proportion(long of, long numerator, BigInteger denominator) {
        if (of == 0 || numerator == 0) {
            return 0;
        }
        return BigInteger.valueOf(of)
                .multiply(BigInteger.valueOf(numerator))
                .divide(denominator)
                .longValueExact();
    }

    private static void requireShare(int basisPoints) {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException(basisPoints + " basis points are no share");
        }
    }
}
