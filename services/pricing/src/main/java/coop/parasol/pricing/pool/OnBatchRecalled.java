package coop.parasol.pricing.pool;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves recalled units out of their pool: partners that have paid for them get their money back first. */
@ApplicationScoped
public class OnBatchRecalled implements Handler<BatchRecalled> {

    private final CertifiedGoods goods;

    OnBatchRecalled(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(BatchRecalled event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        goods.recalled(events.stream().map(Received::event).toList());
    }
}
