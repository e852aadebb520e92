package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchInput;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.quality.recall.MadeOfBatches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which batches went into which, as production has told it; bought-in material is no batch. */
@ApplicationScoped
class BatchInputs implements MadeOfBatches {

    /** Goods go through fewer hands; a bound in case that what is told of them is wrong. */
    private static final int MAX_STEPS = 20;

    private final Jdbi jdbi;

    BatchInputs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void reported(List<BatchReported> batches) {
        List<UUID> ids = new ArrayList<>();
        List<UUID> inputs = new ArrayList<>();
        batches.forEach(batch -> add(batch.batchId(), batch.inputs(), ids, inputs));
        insert(ids, inputs);
    }

    /** What a corrected batch was made of is what the correction says. */
    void corrected(BatchCorrected batch) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from batch_input where batch_id = :batch")
                .bind("batch", batch.batchId())
                .execute());
        List<UUID> ids = new ArrayList<>();
        List<UUID> inputs = new ArrayList<>();
        add(batch.batchId(), batch.inputs(), ids, inputs);
        insert(ids, inputs);
    }

    private static void add(UUID batch, @Nullable List<BatchInput> told, List<UUID> ids, List<UUID> inputs) {
        if (told == null) {
            return;
        }
        for (BatchInput input : told) {
            if (input.batchId() != null) {
                ids.add(batch);
                inputs.add(input.batchId());
            }
        }
    }

    private void insert(List<UUID> ids, List<UUID> inputs) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into batch_input (batch_id, input_id)
                        select * from unnest(:batches, :inputs) as told (batch_id, input_id) order by batch_id, input_id
                        on conflict do nothing
                        """)
                .bindArray("batches", UUID.class, ids)
                .bindArray("inputs", UUID.class, inputs)
                .execute());
    }

    @Override
    public List<MadeBatch> madeOf(Collection<UUID> batches, int maxRows) {
        return batches.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                        with recursive made (id, steps) as (
                            select batch_id, 1 from batch_input where input_id = any(:batches)
                            union
                            select i.batch_id, made.steps + 1
                              from made join batch_input i on i.input_id = made.id
                             where made.steps < :maxSteps)
                        select b.id as batch_id, b.member_id, b.product, b.lot, b.brand_lot, b.state, min(made.steps) as steps
                          from made join batch b on b.id = made.id
                         where b.id <> all(:batches) and b.state <> 'WITHDRAWN'
                         group by b.id
                         order by steps, b.id limit :maxRows
                        """)
                        .bindArray("batches", UUID.class, batches)
                        .bind("maxSteps", MAX_STEPS)
                        .bind("maxRows", maxRows)
                        .mapTo(MadeBatch.class)
                        .list());
    }
}
