package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A producer's fair share in what is allocated follows what it has committed. */
@ApplicationScoped
public class OnQuantityCommitted implements SetHandler<QuantityCommitted> {

    private final SetCommittedQuantity setCommittedQuantity;

    OnQuantityCommitted(SetCommittedQuantity setCommittedQuantity) {
        this.setCommittedQuantity = setCommittedQuantity;
    }

    @Override
    public void onAll(List<Received<QuantityCommitted>> events) {
        setCommittedQuantity.setAll(SetCommittedQuantity.ofCommitted(
                events.stream().map(Received::event).toList()));
    }
}
