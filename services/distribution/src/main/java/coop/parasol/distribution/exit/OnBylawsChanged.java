package coop.parasol.distribution.exit;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores at which price tier the firm buys a leaving member's unsold goods from now on. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final GoodsPurchaseBylaw bylaw;

    OnBylawsChanged(GoodsPurchaseBylaw bylaw) {
        this.bylaw = bylaw;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        String tier = event.changes().get(GoodsPurchaseBylaw.NAME);
        if (tier != null) {
            bylaw.change(event.version(), tier);
        }
    }
}
