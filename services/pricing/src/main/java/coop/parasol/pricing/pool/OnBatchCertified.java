package coop.parasol.pricing.pool;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Certified units belong to the pool of this week, where the bylaws count pools by certification. */
@ApplicationScoped
public class OnBatchCertified implements Handler<BatchCertified> {

    private final CertifiedGoods goods;

    OnBatchCertified(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(BatchCertified event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<BatchCertified>> events) {
        goods.certified(events.stream().map(Received::event).toList());
    }
}
