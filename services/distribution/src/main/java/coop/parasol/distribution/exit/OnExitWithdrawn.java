package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The member stays; there is nothing to clear. */
@ApplicationScoped
public class OnExitWithdrawn implements Handler<ExitWithdrawn> {

    private final RecordExit recordExit;

    OnExitWithdrawn(RecordExit recordExit) {
        this.recordExit = recordExit;
    }

    @Override
    public void on(ExitWithdrawn event, Envelope envelope) {
        recordExit.record(event.exitId(), event.memberId()).state = ExitClearance.State.WITHDRAWN;
    }
}
