package coop.parasol.membership.pool;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Units of members have left for a partner: they are sold. */
@ApplicationScoped
public class OnShipmentDispatched implements Handler<ShipmentDispatched> {

    private final MemberGoods goods;

    OnShipmentDispatched(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(ShipmentDispatched event, Envelope envelope) {
        goods.dispatched(event.goods());
    }
}
