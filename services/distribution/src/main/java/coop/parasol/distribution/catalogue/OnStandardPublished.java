package coop.parasol.distribution.catalogue;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A product with a standard can be ordered. */
@ApplicationScoped
public class OnStandardPublished implements Handler<StandardPublished> {

    private final Products products;

    OnStandardPublished(Products products) {
        this.products = products;
    }

    @Override
    public void on(StandardPublished event, Envelope envelope) {
        products.standard(new Product(event.product(), event.name(), event.unit(), event.grades()), event.version());
    }
}
