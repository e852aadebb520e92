package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.Goods;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.Standard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices for tests of what a list may have. */
final class PriceListDrafts {

    static final KnownBuyers KNOWN =
            new KnownBuyers(Set.of("RETAIL", "EXPORT"), Set.of("CHAIN"), Set.of(new UUID(1, 1)));

    private PriceListDrafts() {}

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final Map<String, Standard> STANDARDS = Map.of(
            "LAMP", new Standard("C62", List.of("A", "B")),
            "HONEY", new Standard("KGM", List.of("A")));

    static BigDecimal perUnit(DraftPrice price) {
        return price.unitPrice()
                .amount()
                .divide(BigDecimal.valueOf(price.unitPrice().per()));
    }

    static DraftPrice breakAt(String minimum, String amount, int per) {
        return price(Buyers.ofTier("RETAIL"), minimum, UnitPrice.of(amount, "INR", per), null, null);
    }

    static UnitPrice rupees(String amount) {
        return UnitPrice.of(amount, "INR", 1);
    }

    static List<InvalidField> validate(List<DraftPrice> prices, List<DraftDifferential> differentials) {
        return PriceListValidation.validate(
                new PriceListDraft(prices, differentials, List.of(), null),
                STANDARDS,
                Map.of(),
                List.of(),
                KNOWN,
                "INR",
                NOW);
    }

    static List<InvalidField> validate(PriceListDraft draft, Map<Goods, UnitPrice> costs) {
        return PriceListValidation.validate(draft, STANDARDS, costs, List.of(), KNOWN, "INR", NOW);
    }

    static DraftPrice price(String product, String grade, String minimum, String unit, String amount) {
        return new DraftPrice(
                product,
                grade,
                Buyers.ofTier("RETAIL"),
                Quantity.of(minimum, unit),
                UnitPrice.of(amount, "INR", 1),
                null,
                null);
    }

    static DraftPrice price(
            Buyers buyers,
            String minimum,
            UnitPrice unitPrice,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {
        return new DraftPrice("LAMP", "A", buyers, Quantity.of(minimum, "C62"), unitPrice, validFrom, validUntil);
    }
}
