package coop.parasol.membership.books.close.rules;

import java.util.List;
import java.util.UUID;

/**
 * Where a period's result goes. All amounts in minor units; what an account gains is positive.
 *
 * <p>Always {@code toLossCarried + toReserve + toShares + toUndivided + limitedReturns + bonuses = surplus}.
 *
 * @param surplus income less expenses; negative for a loss
 * @param toLossCarried what covers earlier losses; negative for the part of a loss that nobody can bear
 * @param toReserve to the indivisible reserve; negative where it bears a loss
 * @param toShares to the equal share capital, so that it is N times v again
 * @param toUndivided to the undivided remainder
 * @param lossPerShare what each share bears of a loss
 * @param allotted what each member gets, in the order of the claims
 */
public record Allocation(
        long surplus,
        long toLossCarried,
        long toReserve,
        long toShares,
        long toUndivided,
        long lossPerShare,
        List<Allotted> allotted) {

    /**
     * One member's part.
     *
     * @param volume value of certified goods sold for it in the period
     * @param limitedReturn on its equal share, in cash
     * @param bonus in proportion to its volume
     * @param cash the part of the bonus that is paid; the rest is patronage capital
     */
    public record Allotted(UUID memberId, long volume, long limitedReturn, long bonus, long cash) {

        public long patronageCapital() {
            return bonus - cash;
        }

        public long payable() {
            return limitedReturn + cash;
        }

        boolean isNothing() {
            return limitedReturn == 0 && bonus == 0;
        }
    }

    public long limitedReturns() {
        return allotted.stream().mapToLong(Allotted::limitedReturn).sum();
    }

    public long bonuses() {
        return allotted.stream().mapToLong(Allotted::bonus).sum();
    }

    public long cash() {
        return allotted.stream().mapToLong(Allotted::cash).sum();
    }

    public long patronageCapital() {
        return bonuses() - cash();
    }
}
