package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Producers see what is wanted. */
@ApplicationScoped
public class OnOrderAccepted implements Handler<OrderAccepted> {

    private final WantedLines lines;

    OnOrderAccepted(WantedLines lines) {
        this.lines = lines;
    }

    @Override
    public void on(OrderAccepted event, Envelope envelope) {
        event.lines()
                .forEach(line -> lines.ordered(
                        event.orderId(),
                        line.line(),
                        line.product(),
                        event.period().toString(),
                        line.quantity().value()));
    }
}
