package coop.parasol.production.outlook;

import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes what is not wanted any more of a line out of the open orders, whoever wants or delivers less. */
@ApplicationScoped
public class OnOrderLineReduced implements SetHandler<OrderLineReduced> {

    private final OrderLines lines;

    OnOrderLineReduced(OrderLines lines) {
        this.lines = lines;
    }

    @Override
    public void onAll(List<Received<OrderLineReduced>> events) {
        lines.reduced(events.stream().map(Received::event).toList());
    }
}
