package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** When batches were reported, and for which commitments. */
@ApplicationScoped
public class ReportedBatches implements ReadModel {

    private final Jdbi jdbi;

    ReportedBatches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "reports of batches";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("reported_batch"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(BatchReported.class, this::reported),
                new Projection<>(BatchCorrected.class, this::corrected),
                new Projection<>(BatchWithdrawn.class, this::withdrawn));
    }

    void reported(List<BatchReported> events) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into reported_batch (batch_id, commitment_id, reported_at)
                        select batch_id, commitment_id, reported_at from unnest(:batches, :commitments, :moments)
                               as reported (batch_id, commitment_id, reported_at)
                         order by batch_id
                        on conflict (batch_id) do nothing
                        """)
                .bindArray("batches", UUID.class, Columns.of(events, BatchReported::batchId))
                .bindArray("commitments", UUID.class, Columns.of(events, BatchReported::commitmentId))
                .bindArray(
                        "moments",
                        OffsetDateTime.class,
                        Columns.of(
                                events,
                                event -> event.reportedAt() == null
                                        ? null
                                        : event.reportedAt().atOffset(ZoneOffset.UTC)))
                .execute());
    }

    /** Of each batch the last correction holds. */
    void corrected(List<BatchCorrected> events) {
        Map<UUID, BatchCorrected> last = new TreeMap<>();
        events.forEach(event -> last.put(event.batchId(), event));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into reported_batch (batch_id, commitment_id, reported_at)
                        select batch_id, commitment_id, reported_at from unnest(:batches, :commitments, :moments)
                               as corrected (batch_id, commitment_id, reported_at)
                         order by batch_id
                        on conflict (batch_id) do update set commitment_id = excluded.commitment_id
                        """)
                .bindArray("batches", UUID.class, last.keySet())
                .bindArray("commitments", UUID.class, Columns.of(last.values(), BatchCorrected::commitmentId))
                .bindArray(
                        "moments",
                        OffsetDateTime.class,
                        Columns.of(last.values(), event -> event.reportedAt().atOffset(ZoneOffset.UTC)))
                .execute());
    }

    void withdrawn(List<BatchWithdrawn> events) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from reported_batch where batch_id = any(:batches)")
                .bindArray("batches", UUID.class, Columns.of(events, BatchWithdrawn::batchId))
                .execute());
    }
}
