package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that the firm has bought in out of their pool. */
@ApplicationScoped
public class OnConsignmentPurchased implements SetHandler<ConsignmentPurchased> {

    private final CertifiedGoods goods;

    OnConsignmentPurchased(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<ConsignmentPurchased>> events) {
        goods.boughtIn(events.stream().map(Received::event).toList());
    }
}
