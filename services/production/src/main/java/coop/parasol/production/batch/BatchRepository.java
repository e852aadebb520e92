package coop.parasol.production.batch;

import coop.parasol.persistence.Columns;
import coop.parasol.web.JsonColumnFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Finds and stores batches by sets: one or two statements however many there are. */
@ApplicationScoped
class BatchRepository {

    private final Jdbi jdbi;

    BatchRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The batches of a member that have one of the lots, by the lot's normal form.
     *
     * @param lots in their normal form
     */
    Map<String, Batch> ofLots(UUID memberId, Collection<String> lots) {
        List<UUID> ids = jdbi.withHandle(
                handle -> handle.createQuery("select id from batch where member_id = :member and lot_key = any(:lots)")
                        .bind("member", memberId)
                        .bindArray("lots", String.class, lots)
                        .mapTo(UUID.class)
                        .list());
        return ids.isEmpty()
                ? Map.of()
                : Batch.<Batch>list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(batch -> Objects.requireNonNull(batch.lotKey), Function.identity()));
    }

    /** Batches of any member by the numbers of their certificates, in their normal form; of a number that names two, the certified one. */
    Map<String, Batch> ofCertificates(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : Batch.<Batch>list("certificateKey in ?1", numbers).stream()
                        .collect(Collectors.toMap(
                                batch -> Objects.requireNonNull(batch.certificateKey),
                                Function.identity(),
                                (one, other) -> one.state == Batch.State.CERTIFIED ? one : other));
    }

    private record Made(UUID commitmentId, BigDecimal quantity) {}

    /** What the batches that were made for each commitment are together; of one that has none it is left out. */
    Map<UUID, BigDecimal> madeFor(Collection<UUID> commitmentIds) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select commitment_id, sum(quantity) as quantity from batch
                         where commitment_id = any(:commitments) and state <> 'WITHDRAWN'
                         group by commitment_id
                        """).bindArray("commitments", UUID.class, commitmentIds).mapTo(Made.class).stream()
                        .collect(Collectors.toMap(Made::commitmentId, Made::quantity)));
    }

    /** A lot of which the batch is an input, if it is one. */
    Optional<String> madeOf(Batch input) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select lot from batch
                         where inputs @> jsonb_build_object('all', jsonb_build_array(jsonb_build_object('batchId', :input)))
                           and state <> 'WITHDRAWN'
                         limit 1
                        """)
                .bind("input", input.id.toString())
                .mapTo(String.class)
                .findFirst());
    }

    /** Quality has drawn the samples of the batches. */
    void samplesDrawn(List<UUID> batchIds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update batch set sample_drawn = true from (
                            select id from batch where id = any(:batches) and not sample_drawn order by id for update) drawn
                         where batch.id = drawn.id
                        """)
                .bindArray("batches", UUID.class, batchIds)
                .execute());
    }

    /** Stores new batches. */
    void insert(List<Batch> batches) {
        if (batches.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into batch (id, member_id, product, lot, quantity, unit, made_on, best_before, route,
                                           commitment_id, state, reported_at, inputs, measurements)
                        select id, :member, product, lot, quantity, unit, made_on, best_before, route, commitment_id, :state,
                               :reportedAt, cast(inputs as jsonb), cast(measurements as jsonb)
                          from unnest(:ids, :products, :lots, :quantities, :units, :madeOn, :bestBefore, :routes, :commitments,
                                      :inputs, :measurements)
                               with ordinality as reported (id, product, lot, quantity, unit, made_on, best_before, route,
                                                            commitment_id, inputs, measurements, position)
                         order by position
                        """)
                .bind("member", batches.getFirst().memberId)
                .bind("state", Batch.State.REPORTED)
                .bind("reportedAt", batches.getFirst().reportedAt)
                .bindArray("ids", UUID.class, Columns.of(batches, batch -> batch.id))
                .bindArray("products", String.class, Columns.of(batches, batch -> batch.product))
                .bindArray("lots", String.class, Columns.of(batches, batch -> batch.lot))
                .bindArray("quantities", BigDecimal.class, Columns.of(batches, batch -> batch.quantity))
                .bindArray("units", String.class, Columns.of(batches, batch -> batch.unit))
                .bindArray("madeOn", LocalDate.class, Columns.of(batches, batch -> batch.madeOn))
                .bindArray("bestBefore", LocalDate.class, Columns.of(batches, batch -> batch.bestBefore))
                .bindArray("routes", String.class, Columns.of(batches, batch -> batch.route))
                .bindArray("commitments", UUID.class, Columns.of(batches, batch -> batch.commitmentId))
                .bindArray("inputs", String.class, Columns.of(batches, batch -> JsonColumnFormat.text(batch.inputs)))
                .bindArray(
                        "measurements",
                        String.class,
                        Columns.of(batches, batch -> JsonColumnFormat.text(batch.measurements)))
                .execute());
    }
}
