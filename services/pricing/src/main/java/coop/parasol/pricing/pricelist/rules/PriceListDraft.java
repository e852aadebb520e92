package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices and grade differentials that the pricing desk wants to publish together. */
public record PriceListDraft(List<DraftPrice> prices, List<DraftDifferential> differentials) {

    /**
     * What partners of a tier are to pay for a grade of a product.
     *
     * @param minimumQuantity the smallest quantity of an order line that gets this price, in the unit of the standard
     * @param unitPrice for one unit, in the firm's currency
     * @param validFrom absent, or in the past, for the moment of publication
     */
    public record DraftPrice(
            String product,
            String grade,
            String tier,
            Quantity minimumQuantity,
            Money unitPrice,
            @Nullable Instant validFrom) {}

    /** @param factor how many units of the first grade a unit of this grade counts for in a pool */
    public record DraftDifferential(String product, String grade, BigDecimal factor) {}
}
