package coop.parasol.pricing.advance;

import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import coop.parasol.pricing.advance.rules.CountedWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what counts of commitments, and decides about certified batches that have waited for it. */
@ApplicationScoped
public class OnCommitmentCounted implements SetHandler<CommitmentCounted> {

    private final CountedCommitments commitments;
    private final GrantAdvances grantAdvances;

    OnCommitmentCounted(CountedCommitments commitments, GrantAdvances grantAdvances) {
        this.commitments = commitments;
        this.grantAdvances = grantAdvances;
    }

    @Override
    public void onAll(List<Received<CommitmentCounted>> events) {
        commitments.counted(events.stream().map(Received::event).toList());
        Map<CountedWeek, Cause> causes = new HashMap<>();
        events.forEach(
                received -> causes.put(CountedCommitments.week(received.event()), Cause.by(received.envelope())));
        grantAdvances.countsKnown(causes);
    }
}
