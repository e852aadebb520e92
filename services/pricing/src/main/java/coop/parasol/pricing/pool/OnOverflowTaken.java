package coop.parasol.pricing.pool;

import coop.parasol.contracts.ProductionEvent.OverflowTaken;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps of which parts of commitments originators have a share in what pools pay. */
@ApplicationScoped
public class OnOverflowTaken implements SetHandler<OverflowTaken> {

    private final SharedCommitments commitments;

    OnOverflowTaken(SharedCommitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void onAll(List<Received<OverflowTaken>> events) {
        commitments.taken(events.stream().map(Received::event).toList());
    }
}
