package coop.parasol.pricing.settlement;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the margin that the members have decided; settlements that are drafted from now on use it. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final MarginBylaw margin;

    OnBylawsChanged(MarginBylaw margin) {
        this.margin = margin;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        String share = event.changes().get(MarginBylaw.NAME);
        if (share != null) {
            margin.change(event.version(), Integer.parseInt(share));
        }
    }
}
