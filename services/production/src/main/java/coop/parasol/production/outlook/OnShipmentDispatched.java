package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What has left is neither wanted nor in stock any more. */
@ApplicationScoped
public class OnShipmentDispatched implements Handler<ShipmentDispatched> {

    private final WantedLines lines;
    private final CertifiedGoods certifiedGoods;

    OnShipmentDispatched(WantedLines lines, CertifiedGoods certifiedGoods) {
        this.lines = lines;
        this.certifiedGoods = certifiedGoods;
    }

    @Override
    public void on(ShipmentDispatched event, Envelope envelope) {
        event.goods().forEach(goods -> {
            lines.dispatched(event.orderId(), goods.line(), goods.quantity().value());
            certifiedGoods.dispatched(
                    goods.batchId(), goods.product(), goods.quantity().value());
        });
    }
}
