package coop.parasol.quality.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A member that stays may rework its batches again. */
@ApplicationScoped
public class OnExitWithdrawn implements Handler<ExitWithdrawn> {

    private final Producers producers;

    OnExitWithdrawn(Producers producers) {
        this.producers = producers;
    }

    @Override
    public void on(ExitWithdrawn event, Envelope envelope) {
        producers.staying(event.memberId(), event.exitId());
    }
}
