package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts what has left of a batch: it does not expire any more. */
@ApplicationScoped
public class OnShipmentDispatched implements SetHandler<ShipmentDispatched> {

    private final CertifiedGoods goods;

    OnShipmentDispatched(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<ShipmentDispatched>> events) {
        goods.dispatched(events.stream().map(Received::event).toList());
    }
}
