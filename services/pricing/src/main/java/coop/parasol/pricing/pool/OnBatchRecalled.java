package coop.parasol.pricing.pool;

import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves recalled units out of their pool: partners that have paid for them get their money back first. */
@ApplicationScoped
public class OnBatchRecalled implements SetHandler<BatchRecalled> {

    private final CertifiedGoods goods;
    private final BatchListeners listeners;

    OnBatchRecalled(CertifiedGoods goods, BatchListeners listeners) {
        this.goods = goods;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        goods.recalled(events.stream().map(Received::event).toList());
        listeners.heard(events, DueReason.RECALLED, event -> List.of(event.batchId()));
    }
}
