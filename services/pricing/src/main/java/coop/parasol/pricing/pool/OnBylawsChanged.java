package coop.parasol.pricing.pool;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what the members have decided about pools; settlements that are drafted from now on use it. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final PoolBylaws bylaws;

    OnBylawsChanged(PoolBylaws bylaws) {
        this.bylaws = bylaws;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        bylaws.change(event);
    }
}
