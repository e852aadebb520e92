package coop.parasol.portal.notice;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that its lot is recalled. */
@ApplicationScoped
public class OnBatchRecalled implements SetHandler<BatchRecalled> {

    private final MakeNotices notices;

    OnBatchRecalled(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        notices.of(events);
    }
}
