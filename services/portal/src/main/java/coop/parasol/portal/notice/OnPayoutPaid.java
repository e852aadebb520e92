package coop.parasol.portal.notice;

import coop.parasol.contracts.EquityEvent.PayoutPaid;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that a payout was sent. */
@ApplicationScoped
public class OnPayoutPaid implements SetHandler<PayoutPaid> {

    private final MakeNotices notices;

    OnPayoutPaid(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<PayoutPaid>> events) {
        notices.of(events);
    }
}
