package coop.parasol.portal.notice;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that it stays. */
@ApplicationScoped
public class OnExitWithdrawn implements SetHandler<ExitWithdrawn> {

    private final MakeNotices notices;

    OnExitWithdrawn(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<ExitWithdrawn>> events) {
        notices.of(events);
    }
}
