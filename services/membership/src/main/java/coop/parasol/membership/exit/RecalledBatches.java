package coop.parasol.membership.exit;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The batches that quality has recalled; the first recall of a batch stays. */
@ApplicationScoped
class RecalledBatches implements ReadModel {

    private final Jdbi jdbi;

    RecalledBatches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "recalled batches";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("recalled_batch"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new Projection<>(BatchRecalled.class, this::record));
    }

    void record(List<BatchRecalled> recalled) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into recalled_batch (batch_id, member_id, product, lot, reason, recalled_at)
            select batch_id, member_id, product, lot, reason, recalled_at
              from unnest(:batches, :members, :products, :lots, :reasons, :moments)
                   with ordinality as r (batch_id, member_id, product, lot, reason, recalled_at, n)
             order by n
                on conflict do nothing
            """)
                .bindArray("batches", UUID.class, Columns.of(recalled, BatchRecalled::batchId))
                .bindArray("members", UUID.class, Columns.of(recalled, BatchRecalled::memberId))
                .bindArray("products", String.class, Columns.of(recalled, BatchRecalled::product))
                .bindArray("lots", String.class, Columns.of(recalled, BatchRecalled::lot))
                .bindArray("reasons", String.class, Columns.of(recalled, BatchRecalled::reason))
                .bindArray("moments", Instant.class, Columns.of(recalled, BatchRecalled::at))
                .execute());
    }
}
