package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What settled pools would have paid if a draft had been in force: what partners have accepted is priced anew where the draft has the
 * price that would apply, and what they have paid is taken in the same part. Where a price in force that the draft does not replace
 * would apply, or none, what was received stays. Margin, costs, carry and equivalents are those of the pool.
 */
public final class PoolPriceComparison {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
    private static final int PERCENT_DECIMALS = 2;
    private static final int PRICE_DECIMALS = 8;

    /** As orders are priced: an agreement before a group's price, that before a tier's; then the largest quantity that is reached. */
    private static final Comparator<Candidate> STRONGEST = Comparator.<Candidate>comparingInt(
                    candidate -> rank(candidate.price().buyers()))
            .thenComparing(candidate -> candidate.price().minimumQuantity().value())
            .thenComparing(Candidate::drafted);

    private PoolPriceComparison() {}

    /**
     * A pool as it was settled last.
     *
     * @param marginShare what the firm keeps of the receipts, in basis points
     * @param equivalents quantity of the pool in units of the first grade
     * @param factors of its grades
     */
    public record SettledPool(
            String product,
            Period period,
            int marginShare,
            Money costs,
            Money carryIn,
            BigDecimal equivalents,
            Map<String, BigDecimal> factors) {}

    /**
     * Goods of one grade and one ordered quantity on one invoice, in the pool of a week.
     *
     * @param partnerId absent where it is not known, as of what was accepted before this was told
     * @param ordered quantity of the order line, which decides about the price; absent where it is not known
     * @param receipts what the pool has of them, without tax
     * @param paid of the invoice, with tax
     * @param total of the invoice, with tax
     */
    public record Sale(
            String product,
            Period period,
            String grade,
            @Nullable UUID partnerId,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable BigDecimal ordered,
            Quantity quantity,
            Money receipts,
            Money paid,
            Money total) {}

    /**
     * What a pool has paid, and what it would have paid.
     *
     * @param quantity for which partners have paid something
     * @param repriced of it that the draft has a price for
     * @param receiptsBefore net of tax, until now
     * @param receiptsAfter as the draft would have made them
     */
    public record ComparedPool(
            String product,
            Period period,
            Quantity quantity,
            Quantity repriced,
            Money receiptsBefore,
            Money receiptsAfter,
            List<ComparedGrade> grades) {}

    /**
     * What producers have got for a unit of a grade, and would have got; rounded for show, never negative.
     *
     * @param percent by how much more, two decimals, rounded half up; absent where they have got nothing
     */
    public record ComparedGrade(
            String grade,
            UnitPrice before,
            UnitPrice after,
            @Nullable BigDecimal percent) {}

    private record Candidate(DraftPrice price, boolean drafted) {}

    private record PoolKey(String product, Period period) {}

    private record Goods(String product, String grade) {}

    /**
     * The pools in the order given; those for whose goods nothing was received are left out.
     *
     * @param inForce valid now
     */
    public static List<ComparedPool> compare(
            List<SettledPool> pools, List<Sale> sales, List<DraftPrice> draft, List<DraftPrice> inForce) {
        Map<Goods, List<Candidate>> prices = candidates(draft, inForce);
        Map<PoolKey, List<Sale>> byPool =
                sales.stream().collect(Collectors.groupingBy(sale -> new PoolKey(sale.product(), sale.period())));
        List<ComparedPool> compared = new ArrayList<>();
        for (SettledPool pool : pools) {
            List<Sale> own = byPool.getOrDefault(new PoolKey(pool.product(), pool.period()), List.of());
            if (!own.isEmpty()) {
                compared.add(compare(pool, own, prices));
            }
        }
        return List.copyOf(compared);
    }

    private static ComparedPool compare(SettledPool pool, List<Sale> sales, Map<Goods, List<Candidate>> prices) {
        Money before = Money.zero(pool.costs().currency());
        Money after = before;
        Quantity quantity = Quantity.zero(sales.getFirst().quantity().unit());
        Quantity repriced = quantity;
        for (Sale sale : sales) {
            Optional<DraftPrice> price =
                    draftPrice(sale, prices.getOrDefault(new Goods(sale.product(), sale.grade()), List.of()));
            before = before.plus(sale.receipts());
            after = after.plus(price.map(found -> receipts(sale, found)).orElse(sale.receipts()));
            quantity = quantity.plus(sale.quantity());
            repriced = price.isPresent() ? repriced.plus(sale.quantity()) : repriced;
        }
        List<ComparedGrade> grades = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> grade : pool.factors().entrySet()) {
            BigDecimal was = price(pool, before, grade.getValue());
            BigDecimal would = price(pool, after, grade.getValue());
            String currency = before.currency();
            grades.add(new ComparedGrade(
                    grade.getKey(),
                    new UnitPrice(was, currency, 1),
                    new UnitPrice(would, currency, 1),
                    was.signum() == 0
                            ? null
                            : would.subtract(was)
                                    .multiply(HUNDRED)
                                    .divide(was, PERCENT_DECIMALS, RoundingMode.HALF_UP)));
        }
        grades.sort(Comparator.comparing(ComparedGrade::grade));
        return new ComparedPool(pool.product(), pool.period(), quantity, repriced, before, after, grades);
    }

    /** The draft's price of a sale; empty where another one would apply, or what decides is not known. */
    private static Optional<DraftPrice> draftPrice(Sale sale, List<Candidate> prices) {
        BigDecimal ordered = sale.ordered();
        if (ordered == null || sale.partnerId() == null) {
            return Optional.empty();
        }
        return prices.stream()
                .filter(candidate -> isFor(candidate.price().buyers(), sale))
                .filter(candidate -> candidate.price().minimumQuantity().value().compareTo(ordered) <= 0)
                .max(STRONGEST)
                .filter(Candidate::drafted)
                .map(Candidate::price);
    }

    /** A draft's price takes the place of the one in force for the same quantity. */
    private static Map<Goods, List<Candidate>> candidates(List<DraftPrice> draft, List<DraftPrice> inForce) {
        Map<Goods, List<Candidate>> prices = new HashMap<>();
        draft.forEach(price -> add(prices, new Candidate(price, true)));
        inForce.forEach(price -> add(prices, new Candidate(price, false)));
        return prices;
    }

    private static void add(Map<Goods, List<Candidate>> prices, Candidate candidate) {
        DraftPrice price = candidate.price();
        prices.computeIfAbsent(new Goods(price.product(), price.grade()), goods -> new ArrayList<>())
                .add(candidate);
    }

    private static boolean isFor(Buyers buyers, Sale sale) {
        if (buyers.partnerId() != null) {
            return buyers.partnerId().equals(sale.partnerId());
        }
        return buyers.partnerGroup() != null
                ? buyers.partnerGroup().equals(sale.partnerGroup())
                : buyers.tier() != null && buyers.tier().equals(sale.tier());
    }

    private static int rank(Buyers buyers) {
        if (buyers.partnerId() != null) {
            return 2;
        }
        return buyers.partnerGroup() != null ? 1 : 0;
    }

    /** The new amount in the part in which the invoice is paid, rounded down. */
    private static Money receipts(Sale sale, DraftPrice price) {
        Money net = price.unitPrice().times(sale.quantity().value());
        if (sale.total().isZero()) {
            return Money.zero(net.currency());
        }
        BigInteger minor = BigInteger.valueOf(net.minor())
                .multiply(BigInteger.valueOf(sale.paid().minor()))
                .divide(BigInteger.valueOf(sale.total().minor()));
        return new Money(minor.longValueExact(), net.currency());
    }

    /** Net receipts times the factor over all equivalents. */
    private static BigDecimal price(SettledPool pool, Money receipts, BigDecimal factor) {
        Money margin =
                receipts.timesRoundedDown(BigDecimal.valueOf(pool.marginShare()).divide(WHOLE));
        Money net = receipts.minus(margin).minus(pool.costs()).plus(pool.carryIn());
        return net.isNegative() || pool.equivalents().signum() == 0
                ? BigDecimal.ZERO
                : net.decimal().multiply(factor).divide(pool.equivalents(), PRICE_DECIMALS, RoundingMode.HALF_UP);
    }
}
