package coop.parasol.membership.exit;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Remembers a recalled batch: what it costs may be charged to the holdback of its producer, if that is leaving. */
@ApplicationScoped
public class OnBatchRecalled implements Handler<BatchRecalled> {

    private final MemberGoods goods;

    OnBatchRecalled(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(BatchRecalled event, Envelope envelope) {
        goods.recalled(event.batchId());
        if (RecalledBatch.findById(event.batchId()) != null) {
            return;
        }
        RecalledBatch batch = new RecalledBatch();
        batch.batchId = event.batchId();
        batch.memberId = event.memberId();
        batch.product = event.product();
        batch.lot = event.lot();
        batch.reason = event.reason();
        batch.recalledAt = event.at();
        batch.persist();
    }
}
