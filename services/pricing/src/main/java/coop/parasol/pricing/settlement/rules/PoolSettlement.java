package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PayoutLine;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Divides a pool: what partners have paid for a product's goods, less the firm's margin and costs, by grade-weighted quantity.
 * Every producer gets the same price for the same grade, whichever partner its units went to. Whatever cannot be divided, or is missing, is
 * carried to the next pool; a producer never owes.
 */
public final class PoolSettlement {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PoolSettlement() {}

    /** Goods of one producer and grade that were paid for, and what was paid. */
    public record Sold(UUID memberId, String grade, Quantity quantity, Money paid) {}

    /**
     * What is known of a pool before it is divided.
     *
     * @param factors what a unit of a grade counts for; one where nothing is said
     * @param marginPercent what the firm keeps of the receipts
     * @param carryIn of the last pool, may be negative
     */
    public record Pool(
            List<Sold> sold, Map<String, BigDecimal> factors, BigDecimal marginPercent, Money costs, Money carryIn) {}

    /** What one producer gets. */
    public record Payout(UUID memberId, List<PayoutLine> lines, Money gross, Money salesValue) {}

    /**
     * The divided pool: {@code payouts + carryOut = receipts - margin - costs + carryIn}.
     *
     * @param equivalents grade-weighted quantity
     * @param price of a unit that counts as one, rounded down; never negative
     * @param payouts in the order of the members' ids
     */
    public record Settled(
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            BigDecimal equivalents,
            Money price,
            List<Payout> payouts,
            Money paidOut,
            Money carryOut) {

        /** Equal pools are equal records, also after a database has kept their numbers in its own way. */
        public Settled {
            equivalents = equivalents.signum() == 0 ? BigDecimal.ZERO : equivalents.stripTrailingZeros();
        }
    }

    public static Settled settle(Pool pool) {
        String currency = pool.costs().currency();
        SortedMap<UUID, SortedMap<String, Quantity>> quantities = new TreeMap<>();
        Map<UUID, Money> sales = new TreeMap<>();
        Money receipts = Money.zero(currency);
        BigDecimal equivalents = BigDecimal.ZERO;
        for (Sold sold : pool.sold()) {
            quantities
                    .computeIfAbsent(sold.memberId(), member -> new TreeMap<>())
                    .merge(sold.grade(), sold.quantity(), Quantity::plus);
            sales.merge(sold.memberId(), sold.paid(), Money::plus);
            receipts = receipts.plus(sold.paid());
            equivalents = equivalents.add(sold.quantity().value().multiply(factor(pool, sold.grade())));
        }
        Money margin = receipts.timesRoundedDown(
                pool.marginPercent().divide(HUNDRED, pool.marginPercent().scale() + 2, RoundingMode.UNNECESSARY));
        Money net = receipts.minus(margin).minus(pool.costs()).plus(pool.carryIn());
        Money price = price(net, equivalents);
        List<Payout> payouts = new ArrayList<>();
        Money paidOut = Money.zero(currency);
        for (Map.Entry<UUID, SortedMap<String, Quantity>> member : quantities.entrySet()) {
            Payout payout = payout(pool, member.getKey(), member.getValue(), price, sales);
            payouts.add(payout);
            paidOut = paidOut.plus(payout.gross());
        }
        return new Settled(
                receipts,
                margin,
                pool.costs(),
                pool.carryIn(),
                equivalents,
                price,
                payouts,
                paidOut,
                net.minus(paidOut));
    }

    private static Payout payout(
            Pool pool, UUID member, SortedMap<String, Quantity> quantities, Money price, Map<UUID, Money> sales) {
        List<PayoutLine> lines = new ArrayList<>();
        Money gross = Money.zero(price.currency());
        for (Map.Entry<String, Quantity> grade : quantities.entrySet()) {
            BigDecimal factor = factor(pool, grade.getKey());
            Money amount = price.timesRoundedDown(grade.getValue().value().multiply(factor));
            lines.add(new PayoutLine(grade.getKey(), grade.getValue(), factor, price, amount));
            gross = gross.plus(amount);
        }
        return new Payout(member, lines, gross, sales.getOrDefault(member, Money.zero(price.currency())));
    }

    private static Money price(Money net, BigDecimal equivalents) {
        if (equivalents.signum() == 0 || net.isNegative()) {
            return Money.zero(net.currency());
        }
        long minor = BigDecimal.valueOf(net.minor())
                .divide(equivalents, 0, RoundingMode.DOWN)
                .longValueExact();
        return new Money(minor, net.currency());
    }

    private static BigDecimal factor(Pool pool, String grade) {
        return pool.factors().getOrDefault(grade, BigDecimal.ONE);
    }
}
