package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prices, grade differentials and standard costs that the pricing desk wants to publish together.
 *
 * @param newTiers tiers that the list begins: no partner has them yet
 * @param belowCostReason why prices are below the standard cost; null where none is to be
 */
public record PriceListDraft(
        List<DraftPrice> prices,
        List<DraftDifferential> differentials,
        List<DraftStandardCost> standardCosts,
        Set<String> newTiers,
        @Nullable String belowCostReason) {

    /** One that begins no tier. */
    public PriceListDraft(
            List<DraftPrice> prices,
            List<DraftDifferential> differentials,
            List<DraftStandardCost> standardCosts,
            @Nullable String belowCostReason) {
        this(prices, differentials, standardCosts, Set.of(), belowCostReason);
    }

    /** Whom a price is for: a tier, a group of partners or one partner. */
    public record Buyers(
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId) {

        /** Partners of a tier. */
        public static Buyers ofTier(String tier) {
            return new Buyers(tier, null, null);
        }

        /** Whether exactly one of the three is said. */
        boolean isOne() {
            return Stream.of(tier, partnerGroup, partnerId)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }
    }

    /**
     * What these partners are to pay for a grade of a product.
     *
     * @param minimumQuantity the smallest quantity of an order line that gets this price, in the unit of the standard
     * @param unitPrice in the firm's currency
     * @param validFrom absent, or in the past, for the moment of publication
     * @param validUntil absent where its end is open
     */
    public record DraftPrice(
            String product,
            String grade,
            Buyers buyers,
            Quantity minimumQuantity,
            UnitPrice unitPrice,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        /** Whether it may apply at a moment, if it is published by then. */
        boolean isValid(Instant moment) {
            return (validFrom == null || !validFrom.isAfter(moment))
                    && (validUntil == null || validUntil.isAfter(moment));
        }
    }

    /** @param factor how many units of the first grade a unit of this grade counts for in a pool */
    public record DraftDifferential(String product, String grade, BigDecimal factor) {}

    /** @param unitCost what a unit costs by standard, the floor of the grade's prices */
    public record DraftStandardCost(String product, String grade, UnitPrice unitCost) {}
}
