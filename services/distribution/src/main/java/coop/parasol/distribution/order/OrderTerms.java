package coop.parasol.distribution.order;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.rules.AcceptOrder;
import coop.parasol.distribution.order.rules.CreditLimit;
import coop.parasol.distribution.order.rules.PriceBreak;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PriceScope;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotencyKeys.UsedKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What holds for some partners and products at one moment, as one statement has read it without a lock.
 *
 * @param partners those that are registered
 * @param knownOrders the orders that have these numbers already
 * @param answers what was answered before to calls with these idempotency keys
 * @param grades of every product that has a standard, from the best down
 * @param units of those products
 * @param prices by product, those to come included, of the tiers and groups of these partners and their own
 * @param now the moment
 */
record OrderTerms(
        Map<UUID, PartnerTerms> partners,
        Map<OrderReferences.Key, UUID> knownOrders,
        Map<UsedKey, IdempotencyKeys.Answer> answers,
        Map<String, List<String>> grades,
        Map<String, String> units,
        Map<String, List<PublishedPrice>> prices,
        Instant now) {

    /** @param scopes whose prices the partner pays */
    record PartnerTerms(Set<PriceScope> scopes, CreditLimit credit) {}

    /** The prices that a partner would pay at this moment for an accepted line or less of it; none where it is one in any quantity. */
    List<PriceBreak> breaks(PartnerTerms partner, String product, String grade, Quantity quantity) {
        return ApplicablePrice.breaks(
                        prices.getOrDefault(product, List.of()), partner.scopes(), product, grade, quantity, now)
                .entrySet()
                .stream()
                .map(step -> new PriceBreak(step.getKey(), step.getValue()))
                .toList();
    }

    /** What a partner pays at this moment. */
    AcceptOrder.PriceList priceList(PartnerTerms partner) {
        return new AcceptOrder.PriceList() {
            @Override
            public Optional<UnitPrice> unitPrice(String product, String grade, Quantity quantity) {
                return ApplicablePrice.find(of(product), partner.scopes(), product, grade, quantity, now)
                        .map(PublishedPrice::unitPrice);
            }

            @Override
            public Optional<AcceptOrder.LeastOrder> leastOrder(String product, String grade, String unit) {
                return ApplicablePrice.ofLeastQuantity(of(product), partner.scopes(), product, grade, unit, now)
                        .map(price -> new AcceptOrder.LeastOrder(price.minimumQuantity(), price.unitPrice()));
            }

            private List<PublishedPrice> of(String product) {
                return prices.getOrDefault(product, List.of());
            }
        };
    }
}
