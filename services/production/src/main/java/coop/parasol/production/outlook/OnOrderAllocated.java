package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goods that are reserved for an order are of its week, whatever is ordered later. */
@ApplicationScoped
public class OnOrderAllocated implements SetHandler<OrderAllocated> {

    private final OrderLines lines;

    OnOrderAllocated(OrderLines lines) {
        this.lines = lines;
    }

    @Override
    public void onAll(List<Received<OrderAllocated>> events) {
        lines.allocated(events.stream().map(Received::event).toList());
    }
}
