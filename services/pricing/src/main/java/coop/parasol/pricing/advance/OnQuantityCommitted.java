package coop.parasol.pricing.advance;

import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps for which week a commitment is, and decides about certified batches that have waited for it. */
@ApplicationScoped
public class OnQuantityCommitted implements SetHandler<QuantityCommitted> {

    private final CountedCommitments commitments;
    private final GrantAdvances grantAdvances;

    OnQuantityCommitted(CountedCommitments commitments, GrantAdvances grantAdvances) {
        this.commitments = commitments;
        this.grantAdvances = grantAdvances;
    }

    @Override
    public void onAll(List<Received<QuantityCommitted>> events) {
        commitments.committed(events.stream().map(Received::event).toList());
        Map<UUID, Cause> causes = new HashMap<>();
        events.forEach(received -> causes.put(received.event().commitmentId(), Cause.by(received.envelope())));
        grantAdvances.commitmentsKnown(causes);
    }
}
