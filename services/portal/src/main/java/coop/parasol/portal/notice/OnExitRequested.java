package coop.parasol.portal.notice;

import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told how long it may withdraw. */
@ApplicationScoped
public class OnExitRequested implements SetHandler<ExitRequested> {

    private final MakeNotices notices;

    OnExitRequested(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<ExitRequested>> events) {
        notices.of(events);
    }
}
