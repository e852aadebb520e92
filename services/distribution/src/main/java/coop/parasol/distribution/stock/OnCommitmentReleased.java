package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a producer has taken back of its commitment no longer counts into its fair share. */
@ApplicationScoped
public class OnCommitmentReleased implements SetHandler<CommitmentReleased> {

    private final SetCommittedQuantity setCommittedQuantity;

    OnCommitmentReleased(SetCommittedQuantity setCommittedQuantity) {
        this.setCommittedQuantity = setCommittedQuantity;
    }

    @Override
    public void onAll(List<Received<CommitmentReleased>> events) {
        setCommittedQuantity.setAll(SetCommittedQuantity.ofReleased(
                events.stream().map(Received::event).toList()));
    }
}
