package coop.parasol.pricing.pool;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps for which commitment a corrected batch was made. */
@ApplicationScoped
public class OnBatchCorrected implements SetHandler<BatchCorrected> {

    private final SharedCommitments commitments;
    private final BatchListeners listeners;

    OnBatchCorrected(SharedCommitments commitments, BatchListeners listeners) {
        this.commitments = commitments;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<BatchCorrected>> events) {
        commitments.corrected(events.stream().map(Received::event).toList());
        listeners.heard(events, null, event -> List.of(event.batchId()));
    }
}
