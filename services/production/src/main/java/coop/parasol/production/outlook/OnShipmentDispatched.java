package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.messaging.SetHandler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes dispatched goods out of the open orders and out of the certified stock; six statements at most for a set of shipments. */
@ApplicationScoped
public class OnShipmentDispatched implements SetHandler<ShipmentDispatched> {

    private final OrderLines lines;
    private final CertifiedStock stock;

    OnShipmentDispatched(OrderLines lines, CertifiedStock stock) {
        this.lines = lines;
        this.stock = stock;
    }

    @Override
    public void onAll(List<Received<ShipmentDispatched>> events) {
        List<ShipmentDispatched> shipments =
                events.stream().map(Received::event).toList();
        lines.dispatched(shipments);
        stock.dispatched(shipments);
    }
}
