package coop.parasol.membership.pool;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is left of a batch may not be sold any more. */
@ApplicationScoped
public class OnCertificateExpired implements SetHandler<CertificateExpired> {

    private final MemberGoods goods;

    OnCertificateExpired(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<CertificateExpired>> events) {
        goods.expired(events.stream().map(Received::event).toList());
    }
}
