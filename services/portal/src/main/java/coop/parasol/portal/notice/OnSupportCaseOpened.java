package coop.parasol.portal.notice;

import coop.parasol.contracts.QualityEvent.SupportCaseOpened;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that support is offered to it. */
@ApplicationScoped
public class OnSupportCaseOpened implements SetHandler<SupportCaseOpened> {

    private final MakeNotices notices;

    OnSupportCaseOpened(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<SupportCaseOpened>> events) {
        notices.of(events);
    }
}
