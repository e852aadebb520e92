package coop.parasol.pricing.advance.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitCode;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of certified goods a member gets an advance on, and how much: their quantity as far as what counts of the commitment for them
 * reaches and is not used by batches before, times the lowest tier's price, times the rate, rounded down to the minor unit. All advances
 * together never come to more than the firm's limit; where it is nearly reached, as many whole units get one as have room.
 */
public final class AdvanceDecision {

    /** A hundred per cent in basis points. */
    public static final int WHOLE = 10_000;

    private AdvanceDecision() {}

    /** What was decided about the goods of a batch. */
    public enum Outcome {
        GRANTED,
        /** they were made for no commitment, or are the good part of a sorted lot, which counts for none */
        NOT_COMMITTED,
        /** nothing counts of their commitment in their grade, or batches before have used all of it */
        NOT_COUNTED,
        /** nothing is decided yet: it is not fixed what counts of their commitment; often that is done at the freeze */
        AWAITS_COUNT,
        /** no tier had a price for them, or the rate of it is less than the minor unit */
        NOTHING_PAYABLE,
        /** the firm's limit for all advances is reached */
        LIMIT_REACHED,
        /** they are sold, expired, recalled or taken back already */
        NOT_UNSOLD
    }

    /**
     * The certified goods of a batch.
     *
     * @param unsold what may still be settled; none if a settlement has paid any of it
     * @param week whose commitments they were made for; null for none
     * @param counts of these commitments; null while there is no week
     * @param price the lowest that any tier paid for them when they were certified; null for none
     * @param rate in force then, in basis points
     */
    public record Goods(
            Quantity unsold,
            @Nullable CountedWeek week,
            @Nullable BigDecimal counts,
            @Nullable UnitPrice price,
            int rate) {}

    /**
     * The decision.
     *
     * @param quantity that gets an advance; nothing unless it is granted
     */
    public record Advance(Outcome outcome, Quantity quantity, Money amount) {}

    /**
     * Decides about batches one after another.
     *
     * @param goods in the order of their certification
     * @param used of what counts for a week, units that have got an advance already
     * @param room what all new advances together may come to
     * @return one for each of the goods, in their order
     */
    public static List<Advance> decide(List<Goods> goods, Map<CountedWeek, BigDecimal> used, Money room) {
        Map<CountedWeek, BigDecimal> usedByNow = new HashMap<>(used);
        List<Advance> decided = new ArrayList<>(goods.size());
        Money left = room;
        for (Goods each : goods) {
            BigDecimal before =
                    each.week() == null ? BigDecimal.ZERO : usedByNow.getOrDefault(each.week(), BigDecimal.ZERO);
            Advance advance = decide(each, before, left);
            decided.add(advance);
            left = left.minus(advance.amount());
            if (each.week() != null) {
                usedByNow.put(each.week(), before.add(advance.quantity().value()));
            }
        }
        return List.copyOf(decided);
    }

    private static Advance decide(Goods goods, BigDecimal used, Money room) {
        if (!goods.unsold().isPositive()) {
            return none(Outcome.NOT_UNSOLD, goods, room);
        }
        if (goods.week() == null || goods.counts() == null) {
            return none(Outcome.NOT_COMMITTED, goods, room);
        }
        BigDecimal counted = goods.counts().subtract(used).min(goods.unsold().value());
        if (counted.signum() <= 0) {
            return none(Outcome.NOT_COUNTED, goods, room);
        }
        if (goods.price() == null
                || amount(counted, goods.price(), goods.rate()).signum() <= 0) {
            return none(Outcome.NOTHING_PAYABLE, goods, room);
        }
        BigDecimal quantity = counted.min(affordable(goods, goods.price(), room));
        BigDecimal amount = amount(quantity, goods.price(), goods.rate());
        return amount.signum() > 0
                ? new Advance(
                        Outcome.GRANTED,
                        new Quantity(quantity, goods.unsold().unit()),
                        new Money(amount.longValueExact(), room.currency()))
                : none(Outcome.LIMIT_REACHED, goods, room);
    }

    /** {@code floor(quantity x price x rate)} in minor units. */
    private static BigDecimal amount(BigDecimal quantity, UnitPrice price, int rate) {
        return quantity.multiply(price.minor())
                .multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf((long) price.per() * WHOLE), 0, RoundingMode.FLOOR);
    }

    /** The most units, as finely as their unit is counted, whose advance has room; price and rate are more than nothing. */
    private static BigDecimal affordable(Goods goods, UnitPrice price, Money room) {
        if (!room.isPositive()) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(room.minor())
                .multiply(BigDecimal.valueOf((long) price.per() * WHOLE))
                .divide(
                        price.minor().multiply(BigDecimal.valueOf(goods.rate())),
                        UnitCode.of(goods.unsold().unit()).decimals(),
                        RoundingMode.FLOOR);
    }

    private static Advance none(Outcome outcome, Goods goods, Money room) {
        return new Advance(outcome, Quantity.zero(goods.unsold().unit()), Money.zero(room.currency()));
    }
}
