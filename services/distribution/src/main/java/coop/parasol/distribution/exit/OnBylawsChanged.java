package coop.parasol.distribution.exit;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores what the bylaws say of a leaving member's unsold goods from now on. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final ExitGoodsBylaws bylaws;

    OnBylawsChanged(ExitGoodsBylaws bylaws) {
        this.bylaws = bylaws;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        bylaws.change(event.version(), event.changes());
    }
}
