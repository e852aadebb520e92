package coop.parasol.distribution.order;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.distribution.catalogue.Products;
import coop.parasol.distribution.exit.ClearExits;
import coop.parasol.distribution.stock.Stock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A certified batch becomes stock and goes first to who waits for it; it may come before the product's standard. */
@ApplicationScoped
public class OnBatchCertified implements Handler<BatchCertified> {

    private final Products products;
    private final Stock stock;
    private final AllocateBackOrders allocateBackOrders;
    private final ClearExits clearExits;

    OnBatchCertified(Products products, Stock stock, AllocateBackOrders allocateBackOrders, ClearExits clearExits) {
        this.products = products;
        this.stock = stock;
        this.allocateBackOrders = allocateBackOrders;
        this.clearExits = clearExits;
    }

    @Override
    public void on(BatchCertified event, Envelope envelope) {
        products.lockEvenIfNew(event.product());
        stock.receive(event);
        allocateBackOrders.run(event.product(), event.grade(), event.quantity().unit(), Cause.by(envelope));
        clearExits.ofMembers(List.of(event.memberId()), Cause.by(envelope));
    }
}
