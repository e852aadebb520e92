package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchInput;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How much of which lots producers say has gone into their batches; lots without a quantity are left out. */
@ApplicationScoped
public class BatchInputs implements ReadModel {

    private final Jdbi jdbi;

    BatchInputs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A lot of which so much went into a batch. */
    private record Used(UUID batchId, UUID inputBatchId, UUID memberId, BigDecimal quantity) {}

    @Override
    public String name() {
        return "inputs of batches";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("batch_input"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(BatchReported.class, this::reported),
                new Projection<>(BatchCorrected.class, this::corrected),
                new Projection<>(BatchWithdrawn.class, this::withdrawn));
    }

    /** The lots that events name. */
    static Stream<UUID> named(@Nullable List<BatchInput> inputs) {
        return quantified(inputs).map(input -> Objects.requireNonNull(input.batchId()));
    }

    /** The lots that are on record as inputs of batches. */
    Set<UUID> lotsOf(Collection<UUID> batchIds) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select input_batch_id from batch_input where batch_id = any(:batches)")
                        .bindArray("batches", UUID.class, batchIds)
                        .mapTo(UUID.class)
                        .set());
    }

    void reported(List<BatchReported> events) {
        insert(events.stream()
                .flatMap(event -> used(event.batchId(), event.memberId(), event.inputs()))
                .toList());
    }

    /** Of each batch the last correction holds. */
    void corrected(List<BatchCorrected> events) {
        Map<UUID, BatchCorrected> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.batchId(), event));
        delete(last.keySet());
        insert(last.values().stream()
                .flatMap(event -> used(event.batchId(), event.memberId(), event.inputs()))
                .toList());
    }

    void withdrawn(List<BatchWithdrawn> events) {
        delete(Columns.of(events, BatchWithdrawn::batchId));
    }

    private static Stream<Used> used(UUID batchId, UUID memberId, @Nullable List<BatchInput> inputs) {
        return quantified(inputs)
                .collect(Collectors.groupingBy(
                        input -> Objects.requireNonNull(input.batchId()),
                        Collectors.reducing(
                                BigDecimal.ZERO,
                                input ->
                                        Objects.requireNonNull(input.quantity()).value(),
                                BigDecimal::add)))
                .entrySet()
                .stream()
                .map(lot -> new Used(batchId, lot.getKey(), memberId, lot.getValue()));
    }

    private static Stream<BatchInput> quantified(@Nullable List<BatchInput> inputs) {
        return Stream.ofNullable(inputs)
                .flatMap(List::stream)
                .filter(input -> input.batchId() != null
                        && input.quantity() != null
                        && input.quantity().value().signum() > 0);
    }

    private void insert(List<Used> used) {
        if (used.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into batch_input (batch_id, input_batch_id, member_id, quantity)
            select batch_id, input_batch_id, member_id, quantity from unnest(:batches, :lots, :members, :quantities)
                   as used (batch_id, input_batch_id, member_id, quantity)
             order by batch_id, input_batch_id
            on conflict (batch_id, input_batch_id) do nothing
            """)
                .bindArray("batches", UUID.class, Columns.of(used, Used::batchId))
                .bindArray("lots", UUID.class, Columns.of(used, Used::inputBatchId))
                .bindArray("members", UUID.class, Columns.of(used, Used::memberId))
                .bindArray("quantities", BigDecimal.class, Columns.of(used, Used::quantity))
                .execute());
    }

    private void delete(Collection<UUID> batchIds) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from batch_input where batch_id = any(:batches)")
                .bindArray("batches", UUID.class, new ArrayList<>(batchIds))
                .execute());
    }
}
