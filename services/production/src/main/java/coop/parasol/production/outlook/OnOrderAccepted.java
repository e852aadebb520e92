package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Adds what partners have ordered to the open orders of their weeks; three statements however many orders there are. */
@ApplicationScoped
public class OnOrderAccepted implements SetHandler<OrderAccepted> {

    private final OrderLines lines;

    OnOrderAccepted(OrderLines lines) {
        this.lines = lines;
    }

    @Override
    public void onAll(List<Received<OrderAccepted>> events) {
        lines.accepted(events.stream().map(Received::event).toList());
    }
}
