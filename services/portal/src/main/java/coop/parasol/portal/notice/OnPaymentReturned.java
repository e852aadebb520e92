package coop.parasol.portal.notice;

import coop.parasol.contracts.EquityEvent.PaymentReturned;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that a payment came back. */
@ApplicationScoped
public class OnPaymentReturned implements SetHandler<PaymentReturned> {

    private final MakeNotices notices;

    OnPaymentReturned(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<PaymentReturned>> events) {
        notices.of(events);
    }
}
