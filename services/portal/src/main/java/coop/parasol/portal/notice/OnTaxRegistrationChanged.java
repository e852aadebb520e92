package coop.parasol.portal.notice;

import coop.parasol.contracts.TaxRegistrationEvent.TaxRegistrationChanged;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that it is registered for tax in another way, in case somebody else has entered it. */
@ApplicationScoped
public class OnTaxRegistrationChanged implements SetHandler<TaxRegistrationChanged> {

    private final MakeNotices notices;

    OnTaxRegistrationChanged(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<TaxRegistrationChanged>> events) {
        notices.of(events);
    }
}
