package coop.parasol.distribution.pricelist;

import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.distribution.pricelist.rules.PriceScope;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Orders accepted from {@code validFrom} on may get this price. It may be heard of before the product's standard. */
@ApplicationScoped
public class OnPricePublished implements SetHandler<PricePublished> {

    private final PriceRepository prices;
    private final FirmClock clock;
    private final FirmCurrency currency;

    OnPricePublished(PriceRepository prices, FirmClock clock, FirmCurrency currency) {
        this.prices = prices;
        this.clock = clock;
        this.currency = currency;
    }

    @Override
    public void onAll(List<Received<PricePublished>> events) {
        prices.publish(events.stream().map(received -> price(received.event())).toList(), clock.now());
    }

    private PublishedPrice price(PricePublished event) {
        if (!currency.matches(event.unitPrice())) {
            throw new IllegalArgumentException("the firm's currency is " + currency.code() + ": " + event);
        }
        return new PublishedPrice(
                event.priceId(),
                event.product(),
                event.grade(),
                scope(event),
                event.minimumQuantity(),
                event.unitPrice(),
                event.validFrom(),
                event.validUntil());
    }

    private static PriceScope scope(PricePublished event) {
        if (event.partnerId() != null) {
            return PriceScope.partner(event.partnerId());
        }
        if (event.partnerGroup() != null) {
            return PriceScope.group(event.partnerGroup());
        }
        if (event.tier() != null) {
            return PriceScope.tier(event.tier());
        }
        throw new IllegalArgumentException("a price is for a tier, a group or a partner: " + event);
    }
}
