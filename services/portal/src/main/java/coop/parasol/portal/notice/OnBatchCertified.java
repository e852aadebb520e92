package coop.parasol.portal.notice;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that its lot is certified. */
@ApplicationScoped
public class OnBatchCertified implements SetHandler<BatchCertified> {

    private final MakeNotices notices;

    OnBatchCertified(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<BatchCertified>> events) {
        notices.of(events);
    }
}
