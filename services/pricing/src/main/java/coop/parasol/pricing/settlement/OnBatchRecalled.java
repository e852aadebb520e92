package coop.parasol.pricing.settlement;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves recalled units out of the drafts of their pool: partners that have paid for them get their money back first. */
@ApplicationScoped
public class OnBatchRecalled implements SetHandler<BatchRecalled> {

    private final PoolReceipts receipts;
    private final RecalledGoods recalledGoods;

    OnBatchRecalled(PoolReceipts receipts, RecalledGoods recalledGoods) {
        this.receipts = receipts;
        this.recalledGoods = recalledGoods;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        List<BatchRecalled> recalled = events.stream().map(Received::event).toList();
        receipts.lock(Columns.of(recalled, BatchRecalled::product));
        recalledGoods.record(recalled);
    }
}
