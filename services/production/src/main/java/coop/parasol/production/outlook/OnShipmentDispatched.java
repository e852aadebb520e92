package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes dispatched goods out of the open orders and out of the certified stock; four statements for a set of shipments. */
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
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<ShipmentDispatched>> events) {
        Map<OrderLines.LineKey, BigDecimal> byLine = new HashMap<>();
        List<CertifiedStock.BatchQuantity> batches = new ArrayList<>();
        for (Received<ShipmentDispatched> received : events) {
            ShipmentDispatched shipment = received.event();
            for (ShippedGoods goods : shipment.goods()) {
                BigDecimal quantity = goods.quantity().value();
                byLine.merge(new OrderLines.LineKey(shipment.orderId(), goods.line()), quantity, BigDecimal::add);
                batches.add(new CertifiedStock.BatchQuantity(goods.batchId(), goods.product(), quantity));
            }
        }
        lines.dispatch(byLine);
        stock.dispatch(batches);
    }
}
