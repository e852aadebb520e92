package coop.parasol.pricing.pool;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps for which commitment batches were made. */
@ApplicationScoped
public class OnBatchReported implements SetHandler<BatchReported> {

    private final SharedCommitments commitments;
    private final BatchListeners listeners;

    OnBatchReported(SharedCommitments commitments, BatchListeners listeners) {
        this.commitments = commitments;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<BatchReported>> events) {
        commitments.reported(events.stream().map(Received::event).toList());
        listeners.heard(events, null, event -> List.of(event.batchId()));
    }
}
