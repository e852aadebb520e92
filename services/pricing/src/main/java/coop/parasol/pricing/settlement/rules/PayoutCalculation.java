package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Divides a pool (cooperative price pooling): what partners have paid for a product's goods of a period, less the firm's margin and the
 * pool's costs, is divided by first-grade equivalents. Every producer earns the same for a unit of the same grade, whichever partner it
 * went to and whether that has paid already. A line earns {@code floor(net x own equivalents / all equivalents)}, exactly.
 *
 * <p>When more comes in, the pool is divided anew over all its goods and all its receipts; a supplement is what a producer has earned
 * less what it was paid before, so that the number and order of supplements change nothing. Nobody is asked back what it was paid,
 * except whose own goods were recalled: it bears what the recall has cost the others ({@link RecallCosts}).
 */
public final class PayoutCalculation {

    private PayoutCalculation() {}

    /**
     * One producer's units of one grade.
     *
     * @param quantity in the pool, paid or not
     * @param receipts what partners have paid for them until now
     * @param recalled units that have left the pool because they were called back
     * @param recalledReceipts what partners had paid for those
     */
    public record ProducerGoods(
            UUID memberId, String grade, Quantity quantity, Money receipts, Quantity recalled, Money recalledReceipts) {

        /** The same as if nothing had been called back. */
        ProducerGoods withoutRecall() {
            return new ProducerGoods(
                    memberId,
                    grade,
                    quantity.plus(recalled),
                    receipts.plus(recalledReceipts),
                    Quantity.zero(recalled.unit()),
                    Money.zero(receipts.currency()));
        }
    }

    /**
     * A pool before it is divided.
     *
     * @param goods in any order; a producer's grade may occur several times
     * @param gradeFactors how many units of the first grade a unit of a grade counts for; one for a grade without a factor
     * @param marginShare what the firm keeps of the receipts, in basis points
     * @param costs of bringing the goods to the partners, borne by the pool; those of earlier settlements included
     * @param carryIn what the product had carried when the pool was settled first; negative if pools before fell short
     * @param paid what earlier settlements of the pool have paid to each producer, less what they have charged
     * @param shared goods of which originators keep a share
     */
    public record Pool(
            List<ProducerGoods> goods,
            Map<String, BigDecimal> gradeFactors,
            int marginShare,
            Money costs,
            Money carryIn,
            Map<UUID, Money> paid,
            List<OriginatorShares.SharedGoods> shared) {

        /** A pool of which no originator keeps a share. */
        public Pool(
                List<ProducerGoods> goods,
                Map<String, BigDecimal> gradeFactors,
                int marginShare,
                Money costs,
                Money carryIn,
                Map<UUID, Money> paid) {
            this(goods, gradeFactors, marginShare, costs, carryIn, paid, List.of());
        }

        BigDecimal factor(String grade) {
            return gradeFactors.getOrDefault(grade, BigDecimal.ONE);
        }
    }

    /**
     * A producer's part of a pool.
     *
     * @param lines one for each grade
     * @param earned the sum of the lines with originators' shares, less what others have lost by a recall of its goods
     * @param paidBefore by earlier settlements
     * @param gross what this settlement pays
     * @param charged what it owes because goods of its own that were paid have been recalled
     * @param salesValue what partners have paid for the producer's goods until now
     * @param shares that it keeps as originator or leaves to originators
     */
    public record Payout(
            UUID memberId,
            List<PayoutLineV2> lines,
            Money earned,
            Money paidBefore,
            Money gross,
            Money charged,
            Money salesValue,
            List<OriginatorShareLine> shares) {

        /** @param shares null in settlements that were stored before they were paid */
        @SuppressWarnings("NullAway") // Jackson passes null where the stored settlement has no such field
        public Payout {
            shares = shares == null ? List.of() : shares;
        }

        /** What it has been paid after this settlement, less what was charged. */
        public Money paid() {
            return paidBefore.plus(gross).minus(charged);
        }
    }

    /**
     * A divided pool, over all its settlements: {@code paidBefore + paidOut - charged + carryOut = receipts - margin - costs + carryIn}.
     *
     * @param equivalents quantity of the pool in units of the first grade, each unit times the factor of its grade
     * @param price of a unit of the first grade, rounded for show and never negative; no amount is computed from it
     * @param payouts in the order of the members' ids
     * @param paidBefore what earlier settlements have paid, less what they have charged
     * @param paidOut the sum of what this settlement pays
     * @param charged the sum of what it charges
     * @param carryOut less than a minor unit a line, or negative if the pool fell short
     */
    public record DividedPool(
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            BigDecimal equivalents,
            UnitPrice price,
            List<Payout> payouts,
            Money paidBefore,
            Money paidOut,
            Money charged,
            Money carryOut) {

        /** Equal pools are equal records, also after the database has kept their numbers with other trailing zeros. */
        public DividedPool {
            equivalents = PoolArithmetic.plain(equivalents);
        }

        /** What is divided. */
        public Money net() {
            return receipts.minus(margin).minus(costs).plus(carryIn);
        }

        /** What all settlements have paid, less what they have charged. */
        public Money paid() {
            return paidBefore.plus(paidOut).minus(charged);
        }
    }

    /** Divides a pool. All amounts of the pool are in one currency, and all quantities in one unit. */
    public static DividedPool divide(Pool pool) {
        Money nothing = Money.zero(pool.costs().currency());
        Division division = Division.of(pool);
        List<Payout> even = division.evenly();
        Map<UUID, Money> borne = RecallCosts.borne(division, even);
        List<Payout> payouts = even.stream()
                .map(payout -> division.bearing(payout, borne.get(payout.memberId())))
                .toList();
        Money paidBefore = sum(payouts, Payout::paidBefore, nothing);
        Money paidOut = sum(payouts, Payout::gross, nothing);
        Money charged = sum(payouts, Payout::charged, nothing);
        Money net = division.net();
        return new DividedPool(
                division.receipts(),
                division.margin(),
                pool.costs(),
                pool.carryIn(),
                division.equivalents(),
                PoolArithmetic.price(net, division.equivalents()),
                payouts,
                paidBefore,
                paidOut,
                charged,
                net.minus(paidBefore).minus(paidOut).plus(charged));
    }

    /** The division of one pool: its net receipts over its equivalents. */
    record Division(
            Pool pool,
            Money receipts,
            Money margin,
            Money net,
            BigDecimal equivalents,
            List<OriginatorShareLine> shares) {

        static Division of(Pool pool) {
            Money receipts = sum(
                    pool.goods(),
                    ProducerGoods::receipts,
                    Money.zero(pool.costs().currency()));
            BigDecimal equivalents = pool.goods().stream()
                    .map(goods -> PoolArithmetic.weighted(goods.quantity(), pool.factor(goods.grade())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Money margin = receipts.timesRoundedDown(PoolArithmetic.share(pool.marginShare()));
            Money net = receipts.minus(margin).minus(pool.costs()).plus(pool.carryIn());
            return new Division(
                    pool,
                    receipts,
                    margin,
                    net,
                    equivalents,
                    OriginatorShares.lines(pool.shared(), pool.gradeFactors(), net, equivalents));
        }

        /** The producers' parts as if those whose goods were recalled bore nothing, in the order of the members' ids. */
        List<Payout> evenly() {
            SortedMap<UUID, List<ProducerGoods>> producers =
                    new TreeMap<>(pool.goods().stream().collect(Collectors.groupingBy(ProducerGoods::memberId)));
            pool.paid().keySet().forEach(member -> producers.computeIfAbsent(member, unknown -> List.of()));
            shares.forEach(share -> producers.computeIfAbsent(share.originatorId(), originator -> List.of()));
            return producers.entrySet().stream()
                    .map(producer -> evenly(producer.getKey(), producer.getValue()))
                    .toList();
        }

        private Payout evenly(UUID member, List<ProducerGoods> goods) {
            Money nothing = Money.zero(net.currency());
            SortedMap<String, Quantity> quantities = new TreeMap<>();
            goods.forEach(each -> quantities.merge(each.grade(), each.quantity(), Quantity::plus));
            List<PayoutLineV2> lines = quantities.entrySet().stream()
                    .filter(grade -> grade.getValue().isPositive())
                    .map(grade -> line(grade.getKey(), grade.getValue()))
                    .toList();
            return part(
                    member,
                    lines,
                    sum(lines, PayoutLineV2::earned, nothing).plus(OriginatorShares.balance(member, shares, nothing)),
                    sum(goods, ProducerGoods::receipts, nothing),
                    false);
        }

        private PayoutLineV2 line(String grade, Quantity quantity) {
            BigDecimal factor = pool.factor(grade);
            BigDecimal own = PoolArithmetic.weighted(quantity, factor);
            return new PayoutLineV2(
                    grade, quantity, factor, own, PoolArithmetic.part(net, own, equivalents, PoolArithmetic.WHOLE));
        }

        /** @param costs that a recall of its goods has caused; null for a producer of whose goods none were recalled */
        Payout bearing(Payout payout, @Nullable Money costs) {
            return costs == null
                    ? payout
                    : part(payout.memberId(), payout.lines(), payout.earned().minus(costs), payout.salesValue(), true);
        }

        private Payout part(UUID member, List<PayoutLineV2> lines, Money earned, Money salesValue, boolean charges) {
            Money nothing = Money.zero(net.currency());
            Money before = pool.paid().getOrDefault(member, nothing);
            Money due = earned.minus(before);
            return new Payout(
                    member,
                    lines,
                    earned,
                    before,
                    due.isPositive() ? due : nothing,
                    due.isNegative() && charges ? due.negated() : nothing,
                    salesValue,
                    OriginatorShares.of(member, shares));
        }
    }

    private static <T> Money sum(Collection<T> rows, Function<T, Money> amount, Money nothing) {
        return rows.stream().map(amount).reduce(nothing, Money::plus);
    }
}
