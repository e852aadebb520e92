package coop.parasol.quality.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A member that stays after all is not cleared, and may rework its batches again. */
@ApplicationScoped
public class OnExitWithdrawn implements Handler<ExitWithdrawn> {

    private final ProducerClearance clearance;

    OnExitWithdrawn(ProducerClearance clearance) {
        this.clearance = clearance;
    }

    @Override
    public void on(ExitWithdrawn event, Envelope envelope) {
        clearance.exitWithdrawn(event.memberId(), event.exitId());
    }
}
