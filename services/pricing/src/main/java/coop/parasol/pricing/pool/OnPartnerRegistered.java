package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps whose prices a partner pays, so that a draft of prices can be compared with what it has paid. */
@ApplicationScoped
public class OnPartnerRegistered implements Handler<PartnerRegistered> {

    private final PartnerTerms terms;

    OnPartnerRegistered(PartnerTerms terms) {
        this.terms = terms;
    }

    @Override
    public void on(PartnerRegistered event, Envelope envelope) {
        terms.registered(List.of(event));
    }
}
