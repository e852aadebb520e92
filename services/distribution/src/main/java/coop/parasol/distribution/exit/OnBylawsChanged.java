package coop.parasol.distribution.exit;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores what the firm pays at most for a leaving member's unsold goods from now on, and how long offers are open. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final GoodsPurchaseBylaw bylaw;

    OnBylawsChanged(GoodsPurchaseBylaw bylaw) {
        this.bylaw = bylaw;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        String tier = event.changes().get(GoodsPurchaseBylaw.TIER);
        String offerDays = event.changes().get(GoodsPurchaseBylaw.OFFER_DAYS);
        if (tier != null || offerDays != null) {
            bylaw.change(event.version(), tier, offerDays == null ? null : Integer.valueOf(offerDays));
        }
    }
}
