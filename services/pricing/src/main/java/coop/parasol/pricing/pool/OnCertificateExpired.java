package coop.parasol.pricing.pool;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that were not sold by their last day out of their pool. */
@ApplicationScoped
public class OnCertificateExpired implements Handler<CertificateExpired> {

    private final CertifiedGoods goods;

    OnCertificateExpired(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(CertificateExpired event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<CertificateExpired>> events) {
        goods.expired(events.stream().map(Received::event).toList());
    }
}
