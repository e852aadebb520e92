package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** What is taken back counts for no share any more. */
@ApplicationScoped
public class OnCommitmentReleased implements Handler<CommitmentReleased> {

    private final Commitments commitments;

    OnCommitmentReleased(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void on(CommitmentReleased event, Envelope envelope) {
        commitments.set(
                event.commitmentId(),
                event.memberId(),
                event.product(),
                event.period(),
                BigDecimal.ZERO,
                envelope.sequence());
    }
}
