package coop.parasol.pricing.pricelist;

import coop.parasol.firm.FirmClock;
import coop.parasol.pricing.pricelist.rules.PriceChange;
import coop.parasol.pricing.pricelist.rules.PriceListDraft;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person of the pricing desk drafts a list of the prices in force, all changed by a percentage and rounded to a grid. */
@ApplicationScoped
class ChangePrices {

    /** As many lines as a list may have. */
    static final int MAX_LINES = 5000;

    private final PricesInForce pricesInForce;
    private final DraftPriceList draftPriceList;
    private final FirmClock clock;

    ChangePrices(PricesInForce pricesInForce, DraftPriceList draftPriceList, FirmClock clock) {
        this.pricesInForce = pricesInForce;
        this.draftPriceList = draftPriceList;
        this.clock = clock;
    }

    /**
     * Which prices are changed, and how.
     *
     * @param product of this one only; null for all
     * @param buyers at most one of the three; none for all tiers
     * @param validFrom absent, or in the past, for the moment of publication
     * @param belowCostReason why prices are below the standard cost; null where none is to be
     */
    record Request(
            PriceChange change,
            @Nullable String product,
            Buyers buyers,
            @Nullable Instant validFrom,
            @Nullable String belowCostReason) {}

    DraftPriceList.Outcome draft(Request request, String actor) {
        List<DraftPrice> inForce =
                pricesInForce.of(request.product(), request.buyers(), clock.now(), MAX_LINES + 1).stream()
                        .filter(price -> isValidAt(price, request.validFrom()))
                        .toList();
        if (inForce.isEmpty()) {
            return refused("no-price", "No such price is in force.");
        }
        if (inForce.size() > MAX_LINES) {
            return refused(
                    "too-many-prices", "More than %,d prices are in force: choose a product.".formatted(MAX_LINES));
        }
        List<DraftPrice> changed =
                inForce.stream().map(price -> changed(price, request)).toList();
        return draftPriceList.draft(
                new PriceListDraft(changed, List.of(), List.of(), request.belowCostReason()), actor);
    }

    /** Whether a price is still valid when the change begins; else there is nothing of it to change. */
    private static boolean isValidAt(DraftPrice price, @Nullable Instant begin) {
        Instant end = price.validUntil();
        return begin == null || end == null || end.isAfter(begin);
    }

    private static DraftPrice changed(DraftPrice price, Request request) {
        return new DraftPrice(
                price.product(),
                price.grade(),
                price.buyers(),
                price.minimumQuantity(),
                request.change().changed(price.unitPrice()),
                request.validFrom(),
                price.validUntil());
    }

    private static DraftPriceList.Outcome refused(String code, String detail) {
        return new DraftPriceList.Refused(List.of(new InvalidField("product", code, detail)));
    }
}
