package coop.parasol.pricing.pool;

import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that have gone into other batches out of their pool. */
@ApplicationScoped
public class OnGoodsConsumed implements SetHandler<GoodsConsumed> {

    private final CertifiedGoods goods;
    private final BatchListeners listeners;

    OnGoodsConsumed(CertifiedGoods goods, BatchListeners listeners) {
        this.goods = goods;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<GoodsConsumed>> events) {
        goods.consumed(events.stream().map(Received::event).toList());
        listeners.heard(events, DueReason.CONSUMED, event -> List.of(event.batchId()));
    }
}
