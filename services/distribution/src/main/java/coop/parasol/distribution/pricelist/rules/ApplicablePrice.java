package coop.parasol.distribution.pricelist.rules;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which published price applies to an order line. Of the prices of its product and grade that are valid, are for its partner and
 * whose minimum quantity the line reaches: an agreement with the partner before a price of its group, that before one of its tier;
 * then the one with the largest minimum quantity; then the newest. A version that is published later wins over one that is valid
 * from the same moment; ids grow with time.
 */
public final class ApplicablePrice {

    private static final Comparator<PublishedPrice> NEWEST = Comparator.comparing(PublishedPrice::validFrom)
            .thenComparing(PublishedPrice::priceId, Comparator.comparing(UUID::toString));

    private static final Comparator<PublishedPrice> STRONGEST = Comparator.<PublishedPrice, PriceScope.Kind>comparing(
                    price -> price.scope().kind())
            .thenComparing(price -> price.minimumQuantity().value())
            .thenComparing(NEWEST);

    private ApplicablePrice() {}

    /**
     * Empty where nothing is published for this grade, unit and quantity, or nothing that is valid now.
     *
     * @param scopes whose prices the partner may get
     */
    public static Optional<PublishedPrice> find(
            Collection<PublishedPrice> prices,
            Set<PriceScope> scopes,
            String product,
            String grade,
            Quantity quantity,
            Instant now) {
        return candidates(prices, scopes, product, grade, quantity.unit(), now)
                .filter(price -> price.minimumQuantity().compareTo(quantity) <= 0)
                .max(STRONGEST);
    }

    /**
     * For a quantity that has no price because it is too small: the price that applies to the least quantity that has one, with that
     * quantity as its minimum. Empty where no quantity has a price.
     */
    public static Optional<PublishedPrice> ofLeastQuantity(
            Collection<PublishedPrice> prices,
            Set<PriceScope> scopes,
            String product,
            String grade,
            String unit,
            Instant now) {
        return candidates(prices, scopes, product, grade, unit, now)
                .map(PublishedPrice::minimumQuantity)
                .min(Comparator.naturalOrder())
                .flatMap(least -> find(prices, scopes, product, grade, least, now));
    }

    /**
     * The price of each quantity up to one, by the least quantity from which it holds; empty where one price holds for all of them.
     *
     * @param upTo a quantity that has a price
     */
    public static SortedMap<BigDecimal, UnitPrice> breaks(
            Collection<PublishedPrice> prices,
            Set<PriceScope> scopes,
            String product,
            String grade,
            Quantity upTo,
            Instant now) {
        SortedMap<BigDecimal, UnitPrice> breaks = new TreeMap<>();
        List<Quantity> minimums = candidates(prices, scopes, product, grade, upTo.unit(), now)
                .map(PublishedPrice::minimumQuantity)
                .filter(minimum -> minimum.compareTo(upTo) <= 0)
                .distinct()
                .sorted()
                .toList();
        for (Quantity minimum : minimums) {
            UnitPrice price = find(prices, scopes, product, grade, minimum, now)
                    .map(PublishedPrice::unitPrice)
                    .orElseThrow();
            if (breaks.isEmpty() || !price.equals(breaks.get(breaks.lastKey()))) {
                breaks.put(minimum.value(), price);
            }
        }
        return breaks.size() > 1 ? breaks : Collections.emptySortedMap();
    }

    private static Stream<PublishedPrice> candidates(
            Collection<PublishedPrice> prices,
            Set<PriceScope> scopes,
            String product,
            String grade,
            String unit,
            Instant now) {
        return prices.stream()
                .filter(price -> price.product().equals(product))
                .filter(price -> price.grade().equals(grade))
                .filter(price -> scopes.contains(price.scope()))
                .filter(price -> price.minimumQuantity().unit().equals(unit))
                .filter(price -> price.isValid(now));
    }

    /** The prices that apply now to some quantity: for each grade, buyer and minimum quantity the version in force. */
    public static List<PublishedPrice> inForce(Collection<PublishedPrice> prices, Instant now) {
        record Key(String product, String grade, PriceScope scope, BigDecimal minimumQuantity) {}
        Map<Key, PublishedPrice> newest = new LinkedHashMap<>();
        for (PublishedPrice price : prices) {
            if (price.isValid(now)) {
                Key key = new Key(
                        price.product(),
                        price.grade(),
                        price.scope(),
                        price.minimumQuantity().value());
                newest.merge(key, price, (a, b) -> NEWEST.compare(a, b) >= 0 ? a : b);
            }
        }
        return List.copyOf(newest.values());
    }
}
