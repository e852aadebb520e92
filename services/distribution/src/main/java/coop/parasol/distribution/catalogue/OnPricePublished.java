package coop.parasol.distribution.catalogue;

import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.catalogue.rules.PublishedPrice;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Orders that are accepted from {@code validFrom} on may get this price. It may come before the product's standard. */
@ApplicationScoped
public class OnPricePublished implements Handler<PricePublished> {

    private final Prices prices;
    private final Firm firm;

    OnPricePublished(Prices prices, Firm firm) {
        this.prices = prices;
        this.firm = firm;
    }

    @Override
    public void on(PricePublished event, Envelope envelope) {
        if (!firm.uses(event.unitPrice())) {
            throw new IllegalArgumentException("the firm's currency is " + firm.currency() + ": " + event);
        }
        prices.publish(
                new PublishedPrice(
                        event.priceId(),
                        event.product(),
                        event.grade(),
                        event.tier(),
                        event.minimumQuantity(),
                        event.unitPrice(),
                        event.validFrom()),
                firm.now());
    }
}
