package coop.parasol.pricing.product;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A product, its unit and its grades may be priced from now on. */
@ApplicationScoped
public class OnStandardPublished implements Handler<StandardPublished> {

    @Override
    public void on(StandardPublished event, Envelope envelope) {
        Product known = Product.findById(event.product());
        Product product = known == null ? new Product() : known;
        product.code = event.product();
        product.unit = event.unit();
        product.grades = event.grades();
        product.version = event.version();
        product.persist();
    }
}
