package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.order.rules.CreditLimit;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotentCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What holds for some partners and products at one moment, as one statement has read it without a lock.
 *
 * @param partners those that are registered
 * @param knownOrders the orders that have these numbers already
 * @param answers what was answered before to calls with these idempotency keys
 * @param grades of every product that has a standard, from the best down
 * @param units of those products
 * @param prices by product, of all tiers, those to come included
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

    /** @param tier whose prices the partner pays */
    record PartnerTerms(String tier, CreditLimit credit) {}

    /** An idempotency key that a caller has used. */
    record UsedKey(String caller, String key) {
        static UsedKey of(IdempotentCall call) {
            return new UsedKey(call.caller(), call.key());
        }
    }

    Optional<Money> unitPrice(String tier, String product, String grade, Quantity quantity) {
        return ApplicablePrice.find(prices.getOrDefault(product, List.of()), product, grade, tier, quantity, now)
                .map(PublishedPrice::unitPrice);
    }
}
