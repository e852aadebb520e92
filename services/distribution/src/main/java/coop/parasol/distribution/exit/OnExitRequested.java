package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A member wants to leave; quality may have been heard first. */
@ApplicationScoped
public class OnExitRequested implements Handler<ExitRequested> {

    private final RecordExit recordExit;

    OnExitRequested(RecordExit recordExit) {
        this.recordExit = recordExit;
    }

    @Override
    public void on(ExitRequested event, Envelope envelope) {
        recordExit.record(event.exitId(), event.memberId());
    }
}
