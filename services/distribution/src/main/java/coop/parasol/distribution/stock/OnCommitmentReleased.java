package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** What a producer has taken back of its commitment no longer counts into its fair share. */
@ApplicationScoped
public class OnCommitmentReleased implements Handler<CommitmentReleased> {

    private final SetCommittedQuantity setCommittedQuantity;

    OnCommitmentReleased(SetCommittedQuantity setCommittedQuantity) {
        this.setCommittedQuantity = setCommittedQuantity;
    }

    @Override
    public void on(CommitmentReleased event, Envelope envelope) {
        setCommittedQuantity.set(
                event.commitmentId(), event.memberId(), event.product(), event.period(), BigDecimal.ZERO);
    }
}
