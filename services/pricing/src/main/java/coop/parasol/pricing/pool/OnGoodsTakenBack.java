package coop.parasol.pricing.pool;

import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that a member has taken back out of their pool. */
@ApplicationScoped
public class OnGoodsTakenBack implements SetHandler<GoodsTakenBack> {

    private final CertifiedGoods goods;
    private final BatchListeners listeners;

    OnGoodsTakenBack(CertifiedGoods goods, BatchListeners listeners) {
        this.goods = goods;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<GoodsTakenBack>> events) {
        goods.takenBack(events.stream().map(Received::event).toList());
        listeners.heard(events, DueReason.TAKEN_BACK, event -> List.of(event.batchId()));
    }
}
