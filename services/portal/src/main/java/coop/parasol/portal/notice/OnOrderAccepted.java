package coop.parasol.portal.notice;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** An accepted order is awaited until it is allocated in full. */
@ApplicationScoped
public class OnOrderAccepted implements SetHandler<OrderAccepted> {

    private final AwaitedOrders orders;

    OnOrderAccepted(AwaitedOrders orders) {
        this.orders = orders;
    }

    @Override
    public void onAll(List<Received<OrderAccepted>> events) {
        orders.accepted(events.stream().map(Received::event).toList());
    }
}
