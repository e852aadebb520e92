package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.order.rules.CreditLimit;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a partner and the products of its order at one moment.
 *
 * @param tier whose prices the partner pays
 * @param knownOrderId the order that has the reference already; null if there is none
 * @param grades of every product that has a standard, from the best down
 * @param units of those products
 * @param prices of those products at the partner's tier, those to come included
 * @param now the moment
 */
record OrderTerms(
        String tier,
        CreditLimit credit,
        @Nullable UUID knownOrderId,
        Map<String, List<String>> grades,
        Map<String, String> units,
        List<PublishedPrice> prices,
        Instant now) {

    Optional<Money> unitPrice(String product, String grade, Quantity quantity) {
        return ApplicablePrice.find(prices, product, grade, tier, quantity, now).map(PublishedPrice::unitPrice);
    }
}
