package coop.parasol.pricing.product;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the unit and the grades of a product's latest standard; from the first standard on the product can be priced. */
@ApplicationScoped
public class OnStandardPublished implements Handler<StandardPublished> {

    @Override
    public void on(StandardPublished event, Envelope envelope) {
        Product known = Product.findById(event.product());
        Product product = known == null ? new Product() : known;
        product.code = event.product();
        product.unit = event.unit();
        product.grades = event.grades();
        product.standardVersion = event.version();
        product.persist();
    }
}
