package coop.parasol.membership.pool;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Units of members have left for a partner: they are sold. One statement for a set of shipments. */
@ApplicationScoped
public class OnShipmentDispatched implements SetHandler<ShipmentDispatched> {

    private final MemberGoods goods;

    OnShipmentDispatched(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<ShipmentDispatched>> events) {
        goods.dispatched(events.stream().map(Received::event).toList());
    }
}
