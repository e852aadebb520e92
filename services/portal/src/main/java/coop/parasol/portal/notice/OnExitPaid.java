package coop.parasol.portal.notice;

import coop.parasol.contracts.EquityEvent.ExitPaid;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that all of its share is paid. */
@ApplicationScoped
public class OnExitPaid implements SetHandler<ExitPaid> {

    private final MakeNotices notices;

    OnExitPaid(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<ExitPaid>> events) {
        notices.of(events);
    }
}
