package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds what a partner has paid for members' goods to the pools of their products. */
@ApplicationScoped
public class OnPaymentReceived implements Handler<PaymentReceived> {

    private final PoolReceipts receipts;

    OnPaymentReceived(PoolReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(PaymentReceived event, Envelope envelope) {
        receipts.add(event.invoiceId(), event.goods(), event.period());
    }
}
