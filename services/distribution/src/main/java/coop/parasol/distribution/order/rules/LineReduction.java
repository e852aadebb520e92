package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * Less of a line is wanted. What has left stays sold; what waits for goods is given up first, then what is reserved. Whose wish it is
 * decides the price: of a partner's own, all of the line is priced at the break that the rest reaches ({@link PriceOfRest}); where the
 * firm delivers less, the price stays.
 */
public final class LineReduction {

    private LineReduction() {}

    /**
     * A line before it: what is wanted of it waits for goods, is reserved or was dispatched.
     *
     * @param fallenShort what the firm does not deliver of what was ordered
     */
    public record Before(
            BigDecimal wanted,
            BigDecimal backOrdered,
            BigDecimal dispatched,
            BigDecimal fallenShort,
            UnitPrice unitPrice) {}

    /** Whether a line may be reduced, and what is left of it then. */
    public sealed interface Outcome permits Reduced, NotLess, HasLeft {}

    /**
     * The line is reduced.
     *
     * @param notWaitedFor units that wait for goods no longer
     * @param unreserved units that are for others again
     * @param fallenShort units that the firm does not deliver by this, of those
     * @param unitPrice of all that is wanted now
     */
    public record Reduced(BigDecimal notWaitedFor, BigDecimal unreserved, BigDecimal fallenShort, UnitPrice unitPrice)
            implements Outcome {}

    /** So much or less is wanted already. */
    public record NotLess() implements Outcome {}

    /** More than that has left. */
    public record HasLeft() implements Outcome {}

    /** @param rest what is wanted from now on, what was dispatched included */
    public static Outcome decide(Before line, BigDecimal rest, ReductionCause cause, Collection<PriceBreak> breaks) {
        if (rest.compareTo(line.wanted()) >= 0) {
            return new NotLess();
        }
        if (rest.compareTo(line.dispatched()) < 0) {
            return new HasLeft();
        }
        BigDecimal less = line.wanted().subtract(rest);
        BigDecimal notWaitedFor = less.min(line.backOrdered());
        BigDecimal unreserved = less.subtract(notWaitedFor);
        return switch (cause) {
            case PARTNER ->
                new Reduced(
                        notWaitedFor,
                        unreserved,
                        BigDecimal.ZERO,
                        PriceOfRest.of(breaks, line.unitPrice(), rest, line.fallenShort()));
            case FIRM -> new Reduced(notWaitedFor, unreserved, less, line.unitPrice());
        };
    }
}
