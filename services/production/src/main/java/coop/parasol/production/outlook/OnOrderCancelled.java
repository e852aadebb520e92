package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes what was not yet dispatched of a cancelled order out of the open orders. */
@ApplicationScoped
public class OnOrderCancelled implements SetHandler<OrderCancelled> {

    private final OrderLines lines;

    OnOrderCancelled(OrderLines lines) {
        this.lines = lines;
    }

    @Override
    public void onAll(List<Received<OrderCancelled>> events) {
        lines.cancelled(events.stream().map(Received::event).toList());
    }
}
