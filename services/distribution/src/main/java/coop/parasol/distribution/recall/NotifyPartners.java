package coop.parasol.distribution.recall;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.distribution.shipment.SentUnitsRepository;
import coop.parasol.distribution.stock.RecallListener;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Notes which partners have been sent units of a recalled batch: each of them has a notice, and is asked to answer it. */
@ApplicationScoped
public class NotifyPartners implements RecallListener {

    private final SentUnitsRepository sentUnits;
    private final Jdbi jdbi;

    NotifyPartners(SentUnitsRepository sentUnits, Jdbi jdbi) {
        this.sentUnits = sentUnits;
        this.jdbi = jdbi;
    }

    @Override
    public void batchRecalled(BatchRecalled recalled) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into recalled_batch (batch_id, recall_id, recall_class, reason, recalled_at)
                            values (:batchId, :recallId, :recallClass, :reason, :at) on conflict do nothing
                            """)
                    .bind("batchId", recalled.batchId())
                    .bind("recallId", recalled.recallId())
                    .bind("recallClass", recalled.recallClass().name())
                    .bind("reason", recalled.reason())
                    .bind("at", recalled.at())
                    .execute();
            for (SentUnitsRepository.SentUnits sent : sentUnits.of(recalled.batchId())) {
                handle.createUpdate("""
                                insert into recall_notice (notice_id, recall_id, batch_id, partner_id, quantity)
                                values (:id, :recallId, :batchId, :partnerId, :quantity) on conflict do nothing
                                """)
                        .bind("id", Ids.next())
                        .bind("recallId", recalled.recallId())
                        .bind("batchId", recalled.batchId())
                        .bind("partnerId", sent.partnerId())
                        .bind("quantity", sent.quantity())
                        .execute();
            }
        });
    }
}
