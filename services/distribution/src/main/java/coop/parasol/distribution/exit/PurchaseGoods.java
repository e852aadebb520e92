package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.pricelist.PriceRepository;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository.UnsoldGoods;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The firm buys a leaving member's unsold goods at list price, so that they stay on sale under the brand and the member
 * can go (ADR 0015). From then on they are the firm's own: what they are sold for is no receipt of a pool.
 */
@ApplicationScoped
public class PurchaseGoods {

    private final GoodsPurchaseBylaw bylaw;
    private final UnsoldGoodsRepository unsoldGoods;
    private final ProductRepository products;
    private final PriceRepository prices;
    private final ClearExits clearExits;
    private final Outbox outbox;
    private final FirmClock clock;
    private final FirmCurrency currency;

    PurchaseGoods(
            GoodsPurchaseBylaw bylaw,
            UnsoldGoodsRepository unsoldGoods,
            ProductRepository products,
            PriceRepository prices,
            ClearExits clearExits,
            Outbox outbox,
            FirmClock clock,
            FirmCurrency currency) {
        this.bylaw = bylaw;
        this.unsoldGoods = unsoldGoods;
        this.products = products;
        this.prices = prices;
        this.clearExits = clearExits;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    /** What purchasing leads to; nothing has changed unless it is {@link Purchased}. */
    public sealed interface Outcome permits Purchased, UnknownExit, Refused {}

    /** The goods are the firm's own, at the prices of this moment. */
    public record Purchased(ExitClearance exit, List<PaidGoods> goods, Money amount) implements Outcome {}

    /** There is no such exit. */
    public record UnknownExit() implements Outcome {}

    /**
     * Nothing is purchased.
     *
     * @param code exit-closed, nothing-to-purchase, purchase-tier-unknown, suspended-goods or no-price
     */
    public record Refused(String code, String reason) implements Outcome {}

    public Outcome purchase(UUID exitId, Cause cause) {
        Optional<UUID> leaving = ExitClearance.memberOf(exitId);
        if (leaving.isEmpty()) {
            return new UnknownExit();
        }
        UUID memberId = leaving.get();
        products.lock(productsOf(unsoldGoods.of(List.of(memberId))));
        Optional<ExitClearance> exit = ExitClearance.lockOpen(List.of(memberId)).stream()
                .filter(open -> open.exitId.equals(exitId))
                .findFirst();
        if (exit.isEmpty()) {
            return new Refused(
                    "exit-closed",
                    "Distribution has cleared the member already, or the member has withdrawn its exit.");
        }
        List<UnsoldGoods> unsold = unsoldGoods.of(List.of(memberId));
        if (unsold.isEmpty()) {
            return new Refused("nothing-to-purchase", "The member has no unsold goods.");
        }
        Optional<String> tier = bylaw.tier();
        if (tier.isEmpty()) {
            return new Refused(
                    "purchase-tier-unknown",
                    "Membership has not told the bylaws yet, which say the tier of the firm's purchases. Try again soon.");
        }
        return purchase(exit.get(), unsold, tier.get(), cause);
    }

    /** All of the goods, or none. */
    private Outcome purchase(ExitClearance exit, List<UnsoldGoods> unsold, String tier, Cause cause) {
        Instant now = clock.now();
        List<PublishedPrice> priceList = prices.of(productsOf(unsold), tier);
        List<PaidGoods> goods = new ArrayList<>();
        Money amount = currency.money(0);
        for (UnsoldGoods part : unsold) {
            if (part.suspended()) {
                return new Refused(
                        "suspended-goods", "Lot %s is suspended; quality decides first.".formatted(part.lot()));
            }
            Quantity quantity = new Quantity(part.quantity(), part.unit());
            Optional<PublishedPrice> price =
                    ApplicablePrice.find(priceList, part.product(), part.grade(), tier, quantity, now);
            if (price.isEmpty()) {
                return new Refused(
                        "no-price",
                        "No price is published for lot %s of %s in grade %s at tier %s."
                                .formatted(part.lot(), part.product(), part.grade(), tier));
            }
            PaidGoods purchased = new PaidGoods(
                    part.product(),
                    part.grade(),
                    part.batchId(),
                    exit.memberId,
                    quantity,
                    price.get().unitPrice().timesRoundedDown(part.quantity()));
            goods.add(purchased);
            amount = amount.plus(purchased.amount());
        }
        unsoldGoods.transferToFirm(unsold);
        outbox.append(
                new ConsignmentPurchased(exit.memberId, exit.exitId, goods, amount, clock.thisWeek(), now), cause);
        clearExits.ofMembers(List.of(exit.memberId), cause);
        return new Purchased(exit, goods, amount);
    }

    private static List<String> productsOf(List<UnsoldGoods> goods) {
        return goods.stream().map(UnsoldGoods::product).distinct().toList();
    }
}
