package coop.parasol.portal.notice;

import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A partner is told that the firm delivers less of a line, or that a desk has entered so in its name. */
@ApplicationScoped
public class OnOrderLineReduced implements SetHandler<OrderLineReduced> {

    private final MakeNotices notices;

    OnOrderLineReduced(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<OrderLineReduced>> events) {
        notices.of(events);
    }
}
