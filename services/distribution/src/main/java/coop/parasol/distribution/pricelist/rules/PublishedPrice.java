package coop.parasol.distribution.pricelist.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.time.Instant;
import java.util.UUID;

/** A price as the pricing desk has published it; see {@code PricePublished}. */
public record PublishedPrice(
        UUID priceId,
        String product,
        String grade,
        String tier,
        Quantity minimumQuantity,
        Money unitPrice,
        Instant validFrom) {}
