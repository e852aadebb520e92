package coop.parasol.pricing.pool;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.contracts.ProductionEvent.OverflowTaken;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Parts of commitments that producers have taken of others', and for which commitment each batch was made, as production has told it. */
@ApplicationScoped
public class SharedCommitments implements ReadModel {

    private final Jdbi jdbi;

    SharedCommitments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "shared commitments";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("taken_part"), Copy.of("commitment_batch"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(OverflowTaken.class, this::taken),
                new Projection<>(BatchReported.class, this::reported),
                new Projection<>(BatchCorrected.class, this::corrected),
                new Projection<>(BatchWithdrawn.class, this::withdrawn),
                new Projection<>(LotSorted.class, this::sorted));
    }

    /** Producers have taken parts of others' commitments. */
    public void taken(List<OverflowTaken> parts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into taken_part (part_id, commitment_id, originator_id, taker_id, product, grade, period, quantity,
                                    originator_share, taken_at)
            select part_id, commitment_id, originator_id, taker_id, product, grade, period, quantity, originator_share,
                   taken_at
              from unnest(:parts, :commitments, :originators, :takers, :products, :grades, :periods, :quantities,
                          :shares, :moments)
                   as part (part_id, commitment_id, originator_id, taker_id, product, grade, period, quantity,
                            originator_share, taken_at)
             order by part_id
            on conflict (part_id) do nothing
            """)
                .bindArray("parts", UUID.class, Columns.of(parts, OverflowTaken::partId))
                .bindArray("commitments", UUID.class, Columns.of(parts, OverflowTaken::commitmentId))
                .bindArray("originators", UUID.class, Columns.of(parts, OverflowTaken::originatorId))
                .bindArray("takers", UUID.class, Columns.of(parts, OverflowTaken::takerId))
                .bindArray("products", String.class, Columns.of(parts, OverflowTaken::product))
                .bindArray("grades", String.class, Columns.of(parts, OverflowTaken::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(parts, part -> part.period().toString()))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        Columns.of(parts, part -> part.quantity().value()))
                .bindArray("shares", Integer.class, Columns.of(parts, OverflowTaken::originatorShare))
                .bindArray("moments", Instant.class, Columns.of(parts, OverflowTaken::takenAt))
                .execute());
    }

    /**
     * For which commitment a batch was made.
     *
     * @param commitmentId null for none
     */
    public record MadeFor(UUID batchId, @Nullable UUID commitmentId) {}

    /** Those of the batches of which production has told it. */
    public List<MadeFor> madeFor(Collection<UUID> batches) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select batch_id, commitment_id from commitment_batch where batch_id = any(:batches)")
                .bindArray("batches", UUID.class, batches)
                .mapTo(MadeFor.class)
                .list());
    }

    /** Producers have made batches, for a commitment or for none. */
    public void reported(List<BatchReported> batches) {
        store(
                Columns.of(batches, BatchReported::batchId),
                Columns.of(batches, BatchReported::commitmentId),
                Columns.of(batches, batch -> null),
                Columns.of(batches, BatchReported::reportedAt));
    }

    /** Producers have corrected what they had reported; of each batch the last holds. */
    public void corrected(List<BatchCorrected> corrections) {
        Map<UUID, BatchCorrected> last = new TreeMap<>();
        corrections.forEach(correction -> last.put(correction.batchId(), correction));
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into commitment_batch (batch_id, commitment_id, reported_at)
            select batch_id, commitment_id, reported_at from unnest(:batches, :commitments, :reportedAt)
                   as batch (batch_id, commitment_id, reported_at)
             order by batch_id
            on conflict (batch_id) do update set commitment_id = excluded.commitment_id
            """)
                .bindArray("batches", UUID.class, last.keySet())
                .bindArray("commitments", UUID.class, Columns.of(last.values(), BatchCorrected::commitmentId))
                .bindArray("reportedAt", Instant.class, Columns.of(last.values(), BatchCorrected::reportedAt))
                .execute());
    }

    /** Producers have taken back reports. */
    public void withdrawn(List<BatchWithdrawn> batches) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from commitment_batch where batch_id = any(:batches)")
                .bindArray("batches", UUID.class, Columns.of(batches, BatchWithdrawn::batchId))
                .execute());
    }

    /** The good part of a rejected lot is a batch of its own. */
    public void sorted(List<LotSorted> lots) {
        store(
                Columns.of(lots, LotSorted::batchId),
                Columns.of(lots, lot -> null),
                Columns.of(lots, LotSorted::sortedFrom),
                Columns.of(lots, lot -> null));
    }

    private void store(List<?> batchIds, List<?> commitmentIds, List<?> sortedFrom, List<?> reportedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into commitment_batch (batch_id, commitment_id, sorted_from, reported_at)
            select distinct on (batch_id) batch_id, commitment_id, sorted_from, reported_at
              from unnest(:batches, :commitments, :sortedFrom, :reportedAt)
                   as batch (batch_id, commitment_id, sorted_from, reported_at)
             order by batch_id
            on conflict (batch_id) do update set sorted_from = coalesce(commitment_batch.sorted_from, excluded.sorted_from)
            """)
                .bindArray("batches", UUID.class, batchIds)
                .bindArray("commitments", UUID.class, commitmentIds)
                .bindArray("sortedFrom", UUID.class, sortedFrom)
                .bindArray("reportedAt", Instant.class, reportedAt)
                .execute());
    }
}
