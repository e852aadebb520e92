package coop.parasol.portal.notice;

import coop.parasol.contracts.MembershipEvent.LoginReset;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Everybody who acts for a member is told that its own account has a new password, in case it has not asked for one. */
@ApplicationScoped
public class OnLoginReset implements SetHandler<LoginReset> {

    private final MakeNotices notices;

    OnLoginReset(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<LoginReset>> events) {
        notices.of(events);
    }
}
