package coop.parasol.portal.notice;

import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The partner is told that its order is refused, and why. */
@ApplicationScoped
public class OnOrderRefused implements SetHandler<OrderRefused> {

    private final MakeNotices notices;

    OnOrderRefused(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<OrderRefused>> events) {
        notices.of(events);
    }
}
