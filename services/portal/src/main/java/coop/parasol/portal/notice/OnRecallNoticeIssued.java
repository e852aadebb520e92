package coop.parasol.portal.notice;

import coop.parasol.contracts.RecallEvent.RecallNoticeIssued;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A partner that was sent units of a recalled lot is told, and no other. */
@ApplicationScoped
public class OnRecallNoticeIssued implements SetHandler<RecallNoticeIssued> {

    private final MakeNotices notices;

    OnRecallNoticeIssued(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<RecallNoticeIssued>> events) {
        notices.of(events);
    }
}
