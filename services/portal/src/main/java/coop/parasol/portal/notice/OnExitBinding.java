package coop.parasol.portal.notice;

import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that it leaves for good. */
@ApplicationScoped
public class OnExitBinding implements SetHandler<ExitBinding> {

    private final MakeNotices notices;

    OnExitBinding(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<ExitBinding>> events) {
        notices.of(events);
    }
}
