package coop.parasol.portal.notice;

import coop.parasol.contracts.NonconformityEvent.ComplaintReceived;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The quality desk is told of a complaint. */
@ApplicationScoped
public class OnComplaintReceived implements SetHandler<ComplaintReceived> {

    private final MakeNotices notices;

    OnComplaintReceived(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<ComplaintReceived>> events) {
        notices.of(events);
    }
}
