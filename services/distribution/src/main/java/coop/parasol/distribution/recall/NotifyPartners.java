package coop.parasol.distribution.recall;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.distribution.shipment.SentUnitsRepository;
import coop.parasol.distribution.shipment.SentUnitsRepository.SentUnits;
import coop.parasol.distribution.stock.RecallListener;
import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Notes which partners have been sent units of recalled batches: each of them has a notice, and is asked to answer it. */
@ApplicationScoped
public class NotifyPartners implements RecallListener {

    private final SentUnitsRepository sentUnits;
    private final Jdbi jdbi;

    NotifyPartners(SentUnitsRepository sentUnits, Jdbi jdbi) {
        this.sentUnits = sentUnits;
        this.jdbi = jdbi;
    }

    @Override
    public void batchesRecalled(List<BatchRecalled> recalled) {
        Map<UUID, BatchRecalled> byBatch = new LinkedHashMap<>();
        recalled.forEach(batch -> byBatch.putIfAbsent(batch.batchId(), batch));
        store(byBatch.values());
        List<SentUnits> sent = sentUnits.of(byBatch.keySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into recall_notice (notice_id, recall_id, batch_id, partner_id, quantity)
            select notice_id, recall_id, batch_id, partner_id, quantity
              from unnest(:ids, :recalls, :batches, :partners, :quantities)
                   as notice (notice_id, recall_id, batch_id, partner_id, quantity)
             order by batch_id, partner_id on conflict do nothing
            """)
                .bindArray("ids", UUID.class, Columns.of(sent, units -> Ids.next()))
                .bindArray(
                        "recalls",
                        UUID.class,
                        Columns.of(
                                sent,
                                units -> Objects.requireNonNull(byBatch.get(units.batchId()))
                                        .recallId()))
                .bindArray("batches", UUID.class, Columns.of(sent, SentUnits::batchId))
                .bindArray("partners", UUID.class, Columns.of(sent, SentUnits::partnerId))
                .bindArray("quantities", BigDecimal.class, Columns.of(sent, SentUnits::quantity))
                .execute());
    }

    private void store(Collection<BatchRecalled> recalled) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into recalled_batch (batch_id, recall_id, recall_class, reason, recalled_at)
            select batch_id, recall_id, recall_class, reason, recalled_at
              from unnest(:batches, :recalls, :classes, :reasons, :moments)
                   as r (batch_id, recall_id, recall_class, reason, recalled_at)
             order by batch_id on conflict do nothing
            """)
                .bindArray("batches", UUID.class, Columns.of(recalled, BatchRecalled::batchId))
                .bindArray("recalls", UUID.class, Columns.of(recalled, BatchRecalled::recallId))
                .bindArray(
                        "classes",
                        String.class,
                        Columns.of(recalled, batch -> batch.recallClass().name()))
                .bindArray("reasons", String.class, Columns.of(recalled, BatchRecalled::reason))
                .bindArray("moments", Instant.class, Columns.of(recalled, BatchRecalled::at))
                .execute());
    }
}
