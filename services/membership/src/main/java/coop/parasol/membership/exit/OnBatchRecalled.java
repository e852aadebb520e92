package coop.parasol.membership.exit;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Remembers a recalled batch: what it costs may be charged to the holdback of its producer, if that is leaving. */
@ApplicationScoped
public class OnBatchRecalled implements SetHandler<BatchRecalled> {

    private final MemberGoods goods;
    private final RecalledBatches recalledBatches;

    OnBatchRecalled(MemberGoods goods, RecalledBatches recalledBatches) {
        this.goods = goods;
        this.recalledBatches = recalledBatches;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        List<BatchRecalled> recalled = events.stream().map(Received::event).toList();
        goods.recalled(recalled);
        recalledBatches.record(recalled);
    }
}
