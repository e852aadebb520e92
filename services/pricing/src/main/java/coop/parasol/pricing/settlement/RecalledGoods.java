package coop.parasol.pricing.settlement;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The batches that quality has called back: what was paid for them is in no later settlement. */
@ApplicationScoped
class RecalledGoods implements ReadModel {

    private final Jdbi jdbi;

    RecalledGoods(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "recalled goods";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("recalled_batch"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new Projection<>(BatchRecalled.class, this::record));
    }

    /** The pools of the batches' products are locked, so that no draft is approved meanwhile. */
    void record(List<BatchRecalled> batches) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into recalled_batch (batch_id) select batch_id from unnest(:batches) as recalled"
                                + " (batch_id) order by batch_id on conflict do nothing")
                .bindArray("batches", UUID.class, Columns.of(batches, BatchRecalled::batchId))
                .execute());
    }
}
