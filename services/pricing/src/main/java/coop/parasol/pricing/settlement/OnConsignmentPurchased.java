package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What the firm pays for a leaving member's unsold goods is a receipt of the pool like any other. */
@ApplicationScoped
public class OnConsignmentPurchased implements Handler<ConsignmentPurchased> {

    private final Receipts receipts;

    OnConsignmentPurchased(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(ConsignmentPurchased event, Envelope envelope) {
        receipts.add(event.exitId(), event.goods(), event.period());
    }
}
