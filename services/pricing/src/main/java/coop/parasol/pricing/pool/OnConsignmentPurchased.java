package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that the firm has bought in out of their pool. */
@ApplicationScoped
public class OnConsignmentPurchased implements Handler<ConsignmentPurchased> {

    private final CertifiedGoods goods;

    OnConsignmentPurchased(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(ConsignmentPurchased event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<ConsignmentPurchased>> events) {
        goods.boughtIn(events.stream().map(Received::event).toList());
    }
}
