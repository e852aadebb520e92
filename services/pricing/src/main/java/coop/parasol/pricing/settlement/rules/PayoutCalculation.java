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
 * Calculates what each producer is paid out of a pool (cooperative price pooling): what partners have paid for a product's
 * goods, less the firm's margin and the pool's costs, is divided by first-grade equivalents. Every producer gets the same price
 * for the same grade, whichever partner its units went to. What cannot be divided, or is missing, is carried to the next pool;
 * a producer never owes anything.
 */
public final class PayoutCalculation {

    /** A hundred per cent in basis points. */
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private static final int BASIS_POINT_DECIMALS = 4;

    private PayoutCalculation() {}

    /** What was paid for one producer's goods of one grade. */
    public record ProducerReceipts(UUID memberId, String grade, Quantity quantity, Money amount) {}

    /**
     * A pool before it is divided.
     *
     * @param receipts in any order; a producer's grade may occur several times
     * @param gradeFactors how many units of the first grade a unit of a grade counts for; one for a grade without a factor
     * @param marginShare what the firm keeps of the receipts, in basis points
     * @param costs of bringing the goods to the partners, borne by the pool
     * @param carryIn what the last pool of the product has left; negative if it fell short
     */
    public record Pool(
            List<ProducerReceipts> receipts,
            Map<String, BigDecimal> gradeFactors,
            int marginShare,
            Money costs,
            Money carryIn) {}

    /**
     * What one producer is paid.
     *
     * @param lines one for each grade
     * @param gross the sum of the lines
     * @param salesValue what partners paid for the producer's goods
     */
    public record Payout(UUID memberId, List<PayoutLine> lines, Money gross, Money salesValue) {}

    /**
     * A divided pool: {@code paidOut + carryOut = receipts - margin - costs + carryIn}.
     *
     * @param equivalents quantity of the pool in units of the first grade, each unit times the factor of its grade
     * @param price of a unit of the first grade, rounded down to the minor unit; never negative
     * @param payouts in the order of the members' ids
     * @param paidOut the sum of the payouts
     */
    public record DividedPool(
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            BigDecimal equivalents,
            Money price,
            List<Payout> payouts,
            Money paidOut,
            Money carryOut) {

        /** Equal pools are equal records, also after the database has kept their numbers with other trailing zeros. */
        public DividedPool {
            equivalents = equivalents.signum() == 0 ? BigDecimal.ZERO : equivalents.stripTrailingZeros();
        }
    }

    /** Divides a pool. All amounts of the pool are in one currency, and all quantities in one unit. */
    public static DividedPool divide(Pool pool) {
        String currency = pool.costs().currency();
        SortedMap<UUID, SortedMap<String, Quantity>> quantities = new TreeMap<>();
        Map<UUID, Money> salesValues = new TreeMap<>();
        Money receipts = Money.zero(currency);
        BigDecimal equivalents = BigDecimal.ZERO;
        for (ProducerReceipts received : pool.receipts()) {
            quantities
                    .computeIfAbsent(received.memberId(), member -> new TreeMap<>())
                    .merge(received.grade(), received.quantity(), Quantity::plus);
            salesValues.merge(received.memberId(), received.amount(), Money::plus);
            receipts = receipts.plus(received.amount());
            equivalents = equivalents.add(received.quantity().value().multiply(factor(pool, received.grade())));
        }
        Money margin = receipts.timesRoundedDown(share(pool.marginShare()));
        Money net = receipts.minus(margin).minus(pool.costs()).plus(pool.carryIn());
        Money price = price(net, equivalents);
        List<Payout> payouts = new ArrayList<>();
        Money paidOut = Money.zero(currency);
        for (Map.Entry<UUID, SortedMap<String, Quantity>> producer : quantities.entrySet()) {
            Payout payout = payout(pool, producer.getKey(), producer.getValue(), price, salesValues);
            payouts.add(payout);
            paidOut = paidOut.plus(payout.gross());
        }
        return new DividedPool(
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
            Pool pool, UUID member, SortedMap<String, Quantity> quantities, Money price, Map<UUID, Money> salesValues) {
        List<PayoutLine> lines = new ArrayList<>();
        Money gross = Money.zero(price.currency());
        for (Map.Entry<String, Quantity> grade : quantities.entrySet()) {
            BigDecimal factor = factor(pool, grade.getKey());
            Money amount = price.timesRoundedDown(grade.getValue().value().multiply(factor));
            lines.add(new PayoutLine(grade.getKey(), grade.getValue(), factor, price, amount));
            gross = gross.plus(amount);
        }
        return new Payout(member, lines, gross, salesValues.getOrDefault(member, Money.zero(price.currency())));
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
        return pool.gradeFactors().getOrDefault(grade, BigDecimal.ONE);
    }

    private static BigDecimal share(int basisPoints) {
        return BigDecimal.valueOf(basisPoints).divide(WHOLE, BASIS_POINT_DECIMALS, RoundingMode.UNNECESSARY);
    }
}
