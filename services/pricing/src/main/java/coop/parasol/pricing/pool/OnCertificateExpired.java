package coop.parasol.pricing.pool;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that were not sold by their last day out of their pool. */
@ApplicationScoped
public class OnCertificateExpired implements SetHandler<CertificateExpired> {

    private final CertifiedGoods goods;

    OnCertificateExpired(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<CertificateExpired>> events) {
        goods.expired(events.stream().map(Received::event).toList());
    }
}
