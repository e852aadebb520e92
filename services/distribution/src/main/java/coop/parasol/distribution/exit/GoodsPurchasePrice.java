package coop.parasol.distribution.exit;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.exit.rules.GoodsOffer;
import coop.parasol.distribution.pricelist.PriceRepository;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PriceScope;
import coop.parasol.distribution.stock.UnsoldGoodsRepository.UnsoldGoods;
import coop.parasol.firm.FirmClock;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the firm may pay for goods that a leaving member has offered: at most the list price at the bylaws' tier. */
@ApplicationScoped
class GoodsPurchasePrice {

    private final ExitGoodsBylaws bylaws;
    private final PriceRepository prices;
    private final FirmClock clock;

    GoodsPurchasePrice(ExitGoodsBylaws bylaws, PriceRepository prices, FirmClock clock) {
        this.bylaws = bylaws;
        this.prices = prices;
        this.clock = clock;
    }

    /** Why the firm may not buy the goods at this price now; empty if it may. */
    Optional<Refusal> refusal(UnsoldGoods unsold, Money unitPrice) {
        Optional<String> tier = bylaws.tier();
        if (tier.isEmpty()) {
            return Optional.of(new Refusal.Conflict(
                    "purchase-tier-unknown",
                    "Membership has not told the bylaws yet, which bound the price. Try again soon."));
        }
        Set<PriceScope> scopes = Set.of(PriceScope.tier(tier.get()));
        Optional<UnitPrice> listPrice = ApplicablePrice.find(
                        prices.of(List.of(unsold.product()), scopes),
                        scopes,
                        unsold.product(),
                        unsold.grade(),
                        new Quantity(unsold.quantity(), unsold.unit()),
                        clock.now())
                .map(price -> price.unitPrice());
        if (listPrice.isEmpty()) {
            return Optional.of(new Refusal.Conflict(
                    "no-price",
                    "No price is published for lot %s of %s in grade %s at tier %s."
                            .formatted(unsold.lot(), unsold.product(), unsold.grade(), tier.get())));
        }
        if (!GoodsOffer.isAllowed(unitPrice, listPrice.get())) {
            return outOfBounds("A unit is bought at more than nothing and at most %s, the list price at tier %s."
                    .formatted(listPrice.get(), tier.get()));
        }
        return GoodsOffer.amount(unitPrice, unsold.quantity()).isPositive()
                ? Optional.empty()
                : outOfBounds("%s %s at this price come to nothing: what is owed is rounded down."
                        .formatted(unsold.quantity().stripTrailingZeros().toPlainString(), unsold.unit()));
    }

    private static Optional<Refusal> outOfBounds(String detail) {
        return Optional.of(new Refusal.InvalidField("unitPrice.amount", "price-out-of-bounds", detail));
    }
}
