package coop.parasol.quality.batch;

import coop.parasol.persistence.Columns;
import coop.parasol.web.JsonColumnFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores batches that have just been reported, in one statement however many there are. */
@ApplicationScoped
class NewBatches {

    private static final String INSERT = """
            insert into batch (id, member_id, product, lot, quantity, unit, best_before, state, reported_at, sample_due_at, standard_version,
                               plans, sample_size, drawn_units, brand_lot, seed)
            select id, member_id, product, lot, quantity, unit, best_before, state, reported_at, sample_due_at, standard_version,
                   cast(plans as jsonb), sample_size, drawn_units, brand_lot, seed
              from unnest(:ids, :members, :products, :lots, :quantities, :units, :bestBefore, :states, :reportedAt,
                          :sampleDueAt, :standardVersions, :plans, :sampleSizes, :drawnUnits, :brandLots, :seeds)
                   with ordinality
                   as reported (id, member_id, product, lot, quantity, unit, best_before, state, reported_at,
                                sample_due_at, standard_version, plans, sample_size, drawn_units, brand_lot, seed, position)
             order by position
            """;

    private final Jdbi jdbi;

    NewBatches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What an original inspection begins with; everything else is as it is for a new batch. */
    void insert(List<Batch> batches) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bindArray("ids", UUID.class, Columns.of(batches, batch -> batch.id))
                .bindArray("members", UUID.class, Columns.of(batches, batch -> batch.memberId))
                .bindArray("products", String.class, Columns.of(batches, batch -> batch.product))
                .bindArray("lots", String.class, Columns.of(batches, batch -> batch.lot))
                .bindArray("quantities", BigDecimal.class, Columns.of(batches, batch -> batch.quantity))
                .bindArray("units", String.class, Columns.of(batches, batch -> batch.unit))
                .bindArray("bestBefore", LocalDate.class, Columns.of(batches, batch -> batch.bestBefore))
                .bindArray("states", String.class, Columns.of(batches, batch -> batch.state.name()))
                .bindArray("reportedAt", Instant.class, Columns.of(batches, batch -> batch.reportedAt))
                .bindArray("sampleDueAt", Instant.class, Columns.of(batches, batch -> batch.sampleDueAt))
                .bindArray("standardVersions", Integer.class, Columns.of(batches, batch -> batch.standardVersion))
                .bindArray("plans", String.class, Columns.of(batches, batch -> JsonColumnFormat.text(batch.plans)))
                .bindArray("sampleSizes", Integer.class, Columns.of(batches, batch -> batch.sampleSize))
                .bindArray("drawnUnits", Integer.class, Columns.of(batches, batch -> batch.drawnUnits))
                .bindArray("brandLots", String.class, Columns.of(batches, batch -> batch.brandLot))
                .bindArray("seeds", String.class, Columns.of(batches, batch -> batch.seed))
                .execute());
    }
}
