package coop.parasol.pricing.pool;

import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that the firm has bought in out of their pool. */
@ApplicationScoped
public class OnConsignmentPurchased implements SetHandler<ConsignmentPurchased> {

    private final CertifiedGoods goods;
    private final BatchListeners listeners;

    OnConsignmentPurchased(CertifiedGoods goods, BatchListeners listeners) {
        this.goods = goods;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<ConsignmentPurchased>> events) {
        goods.boughtIn(events.stream().map(Received::event).toList());
        listeners.heard(
                events,
                DueReason.BOUGHT_IN,
                event -> event.goods().stream().map(PaidGoods::batchId).toList());
    }
}
