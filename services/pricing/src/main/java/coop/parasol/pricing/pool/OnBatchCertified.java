package coop.parasol.pricing.pool;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Certified units belong to the pool of this week, where the bylaws count pools by certification. */
@ApplicationScoped
public class OnBatchCertified implements SetHandler<BatchCertified> {

    private final CertifiedGoods goods;
    private final BatchListeners listeners;

    OnBatchCertified(CertifiedGoods goods, BatchListeners listeners) {
        this.goods = goods;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<BatchCertified>> events) {
        goods.certified(events.stream().map(Received::event).toList());
        listeners.heard(events, null, event -> List.of(event.batchId()));
    }
}
