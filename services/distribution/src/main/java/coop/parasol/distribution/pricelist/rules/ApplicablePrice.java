package coop.parasol.distribution.pricelist.rules;

import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which published price applies to an order line: of its product, grade and tier the one with the highest minimum
 * quantity that the line reaches, and of its versions the latest that is in force. A version that is published later
 * wins over one that is valid from the same moment; ids grow with time.
 */
public final class ApplicablePrice {

    private static final Comparator<PublishedPrice> LATEST = Comparator.comparing(PublishedPrice::validFrom)
            .thenComparing(PublishedPrice::priceId, Comparator.comparing(UUID::toString));

    private ApplicablePrice() {}

    /** Empty where nothing is published for this grade, tier, unit and quantity, or not from {@code now} on already. */
    public static Optional<PublishedPrice> find(
            Collection<PublishedPrice> prices,
            String product,
            String grade,
            String tier,
            Quantity quantity,
            Instant now) {
        return prices.stream()
                .filter(price -> price.product().equals(product))
                .filter(price -> price.grade().equals(grade))
                .filter(price -> price.tier().equals(tier))
                .filter(price -> price.minimumQuantity().unit().equals(quantity.unit()))
                .filter(price -> price.minimumQuantity().compareTo(quantity) <= 0)
                .filter(price -> !price.validFrom().isAfter(now))
                .max(Comparator.<PublishedPrice, BigDecimal>comparing(
                                price -> price.minimumQuantity().value())
                        .thenComparing(LATEST));
    }

    /** The prices that apply now to some quantity: of each grade, tier and minimum quantity the version in force. */
    public static List<PublishedPrice> inForce(Collection<PublishedPrice> prices, Instant now) {
        record Key(String product, String grade, String tier, BigDecimal minimumQuantity) {}
        Map<Key, PublishedPrice> latest = new LinkedHashMap<>();
        for (PublishedPrice price : prices) {
            if (!price.validFrom().isAfter(now)) {
                Key key = new Key(
                        price.product(),
                        price.grade(),
                        price.tier(),
                        price.minimumQuantity().value());
                latest.merge(key, price, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
            }
        }
        return List.copyOf(latest.values());
    }
}
