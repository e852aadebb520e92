package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What a partner has paid goes into the pools of the goods. */
@ApplicationScoped
public class OnPaymentReceived implements Handler<PaymentReceived> {

    private final Receipts receipts;

    OnPaymentReceived(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(PaymentReceived event, Envelope envelope) {
        receipts.add(event.invoiceId(), event.goods(), event.period());
    }
}
