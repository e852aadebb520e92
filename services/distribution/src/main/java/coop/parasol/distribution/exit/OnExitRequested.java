package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A member wants to leave; quality may have been heard of first. */
@ApplicationScoped
public class OnExitRequested implements Handler<ExitRequested> {

    private final Exits exits;

    OnExitRequested(Exits exits) {
        this.exits = exits;
    }

    @Override
    public void on(ExitRequested event, Envelope envelope) {
        exits.record(event.exitId(), event.memberId());
    }
}
