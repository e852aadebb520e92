package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.catalogue.Prices;
import coop.parasol.distribution.catalogue.Products;
import coop.parasol.distribution.catalogue.rules.PriceLine;
import coop.parasol.distribution.catalogue.rules.PublishedPrice;
import coop.parasol.distribution.exit.Exits.ExitCase;
import coop.parasol.distribution.exit.Exits.Unsold;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The firm buys a leaving member's unsold goods at list price, so that they stay on sale under the brand and the member
 * can go (rules 2). From then on they are the firm's own: what they are sold for is no receipt of a pool.
 */
@ApplicationScoped
public class BuyIn {

    private final Exits exits;
    private final Products products;
    private final Prices prices;
    private final ClearExits clearExits;
    private final Outbox outbox;
    private final Firm firm;
    private final String tier;

    BuyIn(
            Exits exits,
            Products products,
            Prices prices,
            ClearExits clearExits,
            Outbox outbox,
            Firm firm,
            @ConfigProperty(name = "parasol.bylaws.buy-in-tier") String tier) {
        this.exits = exits;
        this.products = products;
        this.prices = prices;
        this.clearExits = clearExits;
        this.outbox = outbox;
        this.firm = firm;
        this.tier = tier;
    }

    /** What came of it. */
    public sealed interface Outcome permits Bought, Refused {}

    /** Bought. */
    public record Bought(UUID exitId, UUID memberId, List<PaidGoods> goods, Money amount) implements Outcome {}

    /**
     * Not bought.
     *
     * @param code unknown-exit, not-leaving, nothing-to-buy-in, suspended-goods or no-price
     */
    public record Refused(String code, String reason) implements Outcome {}

    public Outcome buyIn(UUID exitId, Cause cause) {
        Optional<ExitCase> found = exits.find(exitId);
        if (found.isEmpty()) {
            return new Refused("unknown-exit", "There is no exit " + exitId + ".");
        }
        UUID memberId = found.get().memberId();
        products.lock(exits.unsold(List.of(memberId)).stream()
                .map(Unsold::product)
                .distinct()
                .toList());
        if (exits.lockOpen(List.of(memberId)).stream()
                .noneMatch(open -> open.exitId().equals(exitId))) {
            return new Refused("not-leaving", "The member is cleared already, or stays.");
        }
        List<Unsold> unsold = exits.unsold(List.of(memberId));
        if (unsold.isEmpty()) {
            return new Refused("nothing-to-buy-in", "The member has no unsold goods.");
        }
        Instant now = firm.now();
        List<PublishedPrice> list =
                prices.of(unsold.stream().map(Unsold::product).distinct().toList(), tier);
        List<PaidGoods> goods = new ArrayList<>();
        Money amount = firm.money(0);
        for (Unsold part : unsold) {
            if (part.suspended()) {
                return new Refused(
                        "suspended-goods", "Lot %s is suspended; quality decides first.".formatted(part.lot()));
            }
            Quantity quantity = new Quantity(part.quantity(), part.unit());
            Optional<PublishedPrice> price =
                    PriceLine.applying(list, part.product(), part.grade(), tier, quantity, now);
            if (price.isEmpty()) {
                return new Refused(
                        "no-price",
                        "No price is published for lot %s of %s in grade %s at tier %s."
                                .formatted(part.lot(), part.product(), part.grade(), tier));
            }
            PaidGoods bought = new PaidGoods(
                    part.product(),
                    part.grade(),
                    part.batchId(),
                    memberId,
                    quantity,
                    price.get().unitPrice().timesRoundedDown(part.quantity()));
            goods.add(bought);
            amount = amount.plus(bought.amount());
        }
        exits.buyIn(unsold);
        outbox.append(new ConsignmentPurchased(memberId, exitId, goods, amount, firm.thisWeek(), now), cause);
        clearExits.ofMembers(List.of(memberId), cause);
        return new Bought(exitId, memberId, goods, amount);
    }
}
