package coop.parasol.portal.notice;

import coop.parasol.contracts.EquityEvent.InstalmentPaid;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that an instalment was sent. */
@ApplicationScoped
public class OnInstalmentPaid implements SetHandler<InstalmentPaid> {

    private final MakeNotices notices;

    OnInstalmentPaid(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<InstalmentPaid>> events) {
        notices.of(events);
    }
}
