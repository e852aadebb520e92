package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds what a partner has ordered to the open orders of its week. */
@ApplicationScoped
public class OnOrderAccepted implements Handler<OrderAccepted> {

    private final OrderLines lines;

    OnOrderAccepted(OrderLines lines) {
        this.lines = lines;
    }

    @Override
    public void on(OrderAccepted event, Envelope envelope) {
        lines.order(
                event.orderId(),
                event.period(),
                event.lines().stream()
                        .map(line -> new OrderLines.Ordered(
                                line.line(),
                                line.product(),
                                line.quantity().unit(),
                                line.quantity().value()))
                        .toList());
    }
}
