package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A producer's fair share in what is allocated follows what it has committed. */
@ApplicationScoped
public class OnQuantityCommitted implements Handler<QuantityCommitted> {

    private final SetCommittedQuantity setCommittedQuantity;

    OnQuantityCommitted(SetCommittedQuantity setCommittedQuantity) {
        this.setCommittedQuantity = setCommittedQuantity;
    }

    @Override
    public void on(QuantityCommitted event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<QuantityCommitted>> events) {
        setCommittedQuantity.setAll(SetCommittedQuantity.ofCommitted(
                events.stream().map(Received::event).toList()));
    }
}
