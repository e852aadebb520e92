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
     * The batches that have lots, by their producers and the lots' normal forms.
     *
     * @param lots of each producer, in their normal form
     */
    Map<UUID, Map<String, Batch>> ofLots(Map<UUID, ? extends Collection<String>> lots) {
        List<Map.Entry<UUID, String>> each = lots.entrySet().stream()
                .flatMap(ofMember -> ofMember.getValue().stream().map(lot -> Map.entry(ofMember.getKey(), lot)))
                .toList();
        List<UUID> ids = jdbi.withHandle(handle -> handle.createQuery("""
                        select id from unnest(:members, :lots) as named (member_id, lot_key) join batch using (member_id, lot_key)
                        """)
                .bindArray("members", UUID.class, Columns.of(each, Map.Entry::getKey))
                .bindArray("lots", String.class, Columns.of(each, Map.Entry::getValue))
                .mapTo(UUID.class)
                .list());
        return ids.isEmpty()
                ? Map.of()
                : Batch.<Batch>list("id in ?1", ids).stream()
                        .collect(Collectors.groupingBy(
                                batch -> batch.memberId,
                                Collectors.toMap(batch -> Objects.requireNonNull(batch.lotKey), Function.identity())));
    }

    /** The same of one producer, by the lots' normal forms. */
    Map<String, Batch> ofLots(UUID memberId, Collection<String> lots) {
        return ofLots(Map.of(memberId, lots)).getOrDefault(memberId, Map.of());
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

    /** Stores new batches, reported at one moment. */
    void insert(List<Batch> batches) {
        if (batches.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into batch (id, member_id, product, lot, quantity, unit, made_on, best_before, route,
                                           steps, commitment_id, state, reported_at, inputs, measurements)
                        select id, member, product, lot, quantity, unit, made_on, best_before, route, cast(steps as jsonb),
                               commitment_id, :state, :reportedAt, cast(inputs as jsonb), cast(measurements as jsonb)
                          from unnest(:ids, :members, :products, :lots, :quantities, :units, :madeOn, :bestBefore, :routes, :steps,
                                      :commitments, :inputs, :measurements)
                               with ordinality as reported (id, member, product, lot, quantity, unit, made_on, best_before, route,
                                                            steps, commitment_id, inputs, measurements, position)
                         order by position
                        """)
                .bind("state", Batch.State.REPORTED)
                .bind("reportedAt", batches.getFirst().reportedAt)
                .bindArray("ids", UUID.class, Columns.of(batches, batch -> batch.id))
                .bindArray("members", UUID.class, Columns.of(batches, batch -> batch.memberId))
                .bindArray("products", String.class, Columns.of(batches, batch -> batch.product))
                .bindArray("lots", String.class, Columns.of(batches, batch -> batch.lot))
                .bindArray("quantities", BigDecimal.class, Columns.of(batches, batch -> batch.quantity))
                .bindArray("units", String.class, Columns.of(batches, batch -> batch.unit))
                .bindArray("madeOn", LocalDate.class, Columns.of(batches, batch -> batch.madeOn))
                .bindArray("bestBefore", LocalDate.class, Columns.of(batches, batch -> batch.bestBefore))
                .bindArray("routes", String.class, Columns.of(batches, batch -> batch.route))
                .bindArray("steps", String.class, Columns.of(batches, batch -> JsonColumnFormat.text(batch.steps)))
                .bindArray("commitments", UUID.class, Columns.of(batches, batch -> batch.commitmentId))
                .bindArray("inputs", String.class, Columns.of(batches, batch -> JsonColumnFormat.text(batch.inputs)))
                .bindArray(
                        "measurements",
                        String.class,
                        Columns.of(batches, batch -> JsonColumnFormat.text(batch.measurements)))
                .execute());
    }
}
