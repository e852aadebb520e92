package coop.parasol.production.product;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A product may be made from now on, or its standard has changed. */
@ApplicationScoped
public class OnStandardPublished implements Handler<StandardPublished> {

    @Override
    public void on(StandardPublished event, Envelope envelope) {
        Product known = Product.findById(event.product());
        Product product = known == null ? new Product() : known;
        product.code = event.product();
        product.name = event.name();
        product.unit = event.unit();
        product.shelfLifeDays = event.shelfLifeDays();
        product.version = event.version();
        product.persist();
    }
}
