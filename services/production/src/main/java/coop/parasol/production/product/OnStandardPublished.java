package coop.parasol.production.product;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps what a product's latest standard says; from the first standard on the product can be committed and reported. */
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
        product.standardVersion = event.version();
        product.grades = List.copyOf(event.grades());
        product.characteristics = new Product.Characteristics(event.characteristics());
        product.persist();
    }
}
