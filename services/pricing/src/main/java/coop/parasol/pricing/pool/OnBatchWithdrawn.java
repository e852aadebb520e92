package coop.parasol.pricing.pool;

import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A withdrawn batch was made for no commitment. */
@ApplicationScoped
public class OnBatchWithdrawn implements SetHandler<BatchWithdrawn> {

    private final SharedCommitments commitments;

    OnBatchWithdrawn(SharedCommitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void onAll(List<Received<BatchWithdrawn>> events) {
        commitments.withdrawn(events.stream().map(Received::event).toList());
    }
}
