package coop.parasol.distribution.exit;

import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.distribution.catalogue.Products;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Quality knows how many batches of a leaving member there are; goods on their way out may be seen before or after. */
@ApplicationScoped
public class OnQualityCleared implements Handler<QualityCleared> {

    private final Exits exits;
    private final ClearExits clearExits;
    private final Products products;

    OnQualityCleared(Exits exits, ClearExits clearExits, Products products) {
        this.exits = exits;
        this.clearExits = clearExits;
        this.products = products;
    }

    @Override
    public void on(QualityCleared event, Envelope envelope) {
        products.lockForConsumer(exits.unsold(List.of(event.memberId())).stream()
                .map(Exits.Unsold::product)
                .distinct()
                .toList());
        exits.qualityCleared(event.exitId(), event.memberId(), event.batchesCertified());
        clearExits.ofMembers(List.of(event.memberId()), Cause.by(envelope));
    }
}
