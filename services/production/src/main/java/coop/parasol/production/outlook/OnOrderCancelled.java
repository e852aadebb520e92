package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What had not left is wanted no more. */
@ApplicationScoped
public class OnOrderCancelled implements Handler<OrderCancelled> {

    private final WantedLines lines;

    OnOrderCancelled(WantedLines lines) {
        this.lines = lines;
    }

    @Override
    public void on(OrderCancelled event, Envelope envelope) {
        lines.cancelled(event.orderId());
    }
}
