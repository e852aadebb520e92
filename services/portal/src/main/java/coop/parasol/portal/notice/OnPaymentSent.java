package coop.parasol.portal.notice;

import coop.parasol.contracts.EquityEvent.PaymentSent;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that it was paid. */
@ApplicationScoped
public class OnPaymentSent implements SetHandler<PaymentSent> {

    private final MakeNotices notices;

    OnPaymentSent(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<PaymentSent>> events) {
        notices.of(events);
    }
}
