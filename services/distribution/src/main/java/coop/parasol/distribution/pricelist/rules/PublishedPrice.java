package coop.parasol.distribution.pricelist.rules;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as the pricing desk has published it; see {@code PricePublished}.
 *
 * @param validUntil when it ceases to apply; null where that is open
 */
public record PublishedPrice(
        UUID priceId,
        String product,
        String grade,
        PriceScope scope,
        Quantity minimumQuantity,
        UnitPrice unitPrice,
        Instant validFrom,
        @Nullable Instant validUntil) {

    /** Whether it may apply at a moment: from {@code validFrom} on, and before {@code validUntil}. */
    public boolean isValid(Instant now) {
        return !validFrom.isAfter(now) && (validUntil == null || validUntil.isAfter(now));
    }
}
