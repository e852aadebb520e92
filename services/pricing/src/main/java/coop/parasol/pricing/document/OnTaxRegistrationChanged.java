package coop.parasol.pricing.document;

import coop.parasol.contracts.TaxRegistrationEvent.TaxRegistrationChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores how a producer is registered for tax from a day on. */
@ApplicationScoped
public class OnTaxRegistrationChanged implements Handler<TaxRegistrationChanged> {

    private final TaxRegistrations registrations;

    OnTaxRegistrationChanged(TaxRegistrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public void on(TaxRegistrationChanged event, Envelope envelope) {
        registrations.changed(List.of(event));
    }
}
