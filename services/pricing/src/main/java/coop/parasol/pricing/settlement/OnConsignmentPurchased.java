package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What the firm pays for the unsold goods of a leaving member is a receipt of their pools, as a partner's payment is. */
@ApplicationScoped
public class OnConsignmentPurchased implements Handler<ConsignmentPurchased> {

    private final PoolReceipts receipts;

    OnConsignmentPurchased(PoolReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(ConsignmentPurchased event, Envelope envelope) {
        receipts.add(event.exitId(), event.goods(), event.period());
    }
}
