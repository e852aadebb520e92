package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.ConsignmentBoughtIn;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What the firm pays for a leaving member's unsold goods is a receipt of the pool like any other. */
@ApplicationScoped
public class OnConsignmentBoughtIn implements Handler<ConsignmentBoughtIn> {

    private final Receipts receipts;

    OnConsignmentBoughtIn(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(ConsignmentBoughtIn event, Envelope envelope) {
        receipts.add(event.exitId(), event.goods(), event.period());
    }
}
