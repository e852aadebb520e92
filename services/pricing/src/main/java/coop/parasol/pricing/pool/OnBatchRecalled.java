package coop.parasol.pricing.pool;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves recalled units out of their pool: partners that have paid for them get their money back first. */
@ApplicationScoped
public class OnBatchRecalled implements SetHandler<BatchRecalled> {

    private final CertifiedGoods goods;

    OnBatchRecalled(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        goods.recalled(events.stream().map(Received::event).toList());
    }
}
