package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.TreeMap;

/** Takes dispatched goods out of the open orders and out of the certified stock. */
@ApplicationScoped
public class OnShipmentDispatched implements Handler<ShipmentDispatched> {

    private final OrderLines lines;
    private final CertifiedStock stock;

    OnShipmentDispatched(OrderLines lines, CertifiedStock stock) {
        this.lines = lines;
        this.stock = stock;
    }

    @Override
    public void on(ShipmentDispatched event, Envelope envelope) {
        TreeMap<Integer, BigDecimal> byLine = new TreeMap<>();
        for (ShippedGoods goods : event.goods()) {
            byLine.merge(goods.line(), goods.quantity().value(), BigDecimal::add);
        }
        lines.dispatch(event.orderId(), byLine);
        stock.dispatch(event.goods().stream()
                .map(goods -> new CertifiedStock.BatchQuantity(
                        goods.batchId(), goods.product(), goods.quantity().value()))
                .toList());
    }
}
