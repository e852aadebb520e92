package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts what has left of a batch: it does not expire any more. */
@ApplicationScoped
public class OnShipmentDispatched implements Handler<ShipmentDispatched> {

    private final CertifiedGoods goods;

    OnShipmentDispatched(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(ShipmentDispatched event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<ShipmentDispatched>> events) {
        goods.dispatched(events.stream().map(Received::event).toList());
    }
}
