package coop.parasol.distribution.product;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A product can be ordered once quality has published a standard for it. */
@ApplicationScoped
public class OnStandardPublished implements Handler<StandardPublished> {

    private final ProductRepository products;

    OnStandardPublished(ProductRepository products) {
        this.products = products;
    }

    @Override
    public void on(StandardPublished event, Envelope envelope) {
        products.publishStandard(
                new Product(event.product(), event.name(), event.unit(), event.grades()),
                event.version(),
                event.shelfLifeDays());
    }
}
