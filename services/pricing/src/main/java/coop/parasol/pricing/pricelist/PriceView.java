package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.Firm;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as it is shown.
 *
 * @param validFrom absent in a draft that is to be valid as soon as it is published
 */
public record PriceView(
        UUID priceId,
        String product,
        String grade,
        String tier,
        Quantity minimumQuantity,
        Money unitPrice,
        @Nullable Instant validFrom) {

    static PriceView of(Price price, Firm firm) {
        return new PriceView(
                price.id,
                price.product,
                price.grade,
                price.tier,
                price.minimum(),
                firm.money(price.unitPrice),
                price.validFrom);
    }
}
