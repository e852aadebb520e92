package coop.parasol.pricing.pool;

import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that were not sold by their last day out of their pool. */
@ApplicationScoped
public class OnCertificateExpired implements SetHandler<CertificateExpired> {

    private final CertifiedGoods goods;
    private final BatchListeners listeners;

    OnCertificateExpired(CertifiedGoods goods, BatchListeners listeners) {
        this.goods = goods;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<CertificateExpired>> events) {
        goods.expired(events.stream().map(Received::event).toList());
        listeners.heard(events, DueReason.EXPIRED, event -> List.of(event.batchId()));
    }
}
