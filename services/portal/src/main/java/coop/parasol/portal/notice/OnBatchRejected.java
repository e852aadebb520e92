package coop.parasol.portal.notice;

import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that its lot is not certified. */
@ApplicationScoped
public class OnBatchRejected implements SetHandler<BatchRejected> {

    private final MakeNotices notices;

    OnBatchRejected(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<BatchRejected>> events) {
        notices.of(events);
    }
}
