package coop.parasol.pricing.advance;

import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import coop.parasol.pricing.advance.rules.CountedWeek;
import coop.parasol.pricing.pool.KnownCommitments;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Producers' commitments and what counts of them for a product, grade and week. What is told last of that holds. */
@ApplicationScoped
class CountedCommitments implements ReadModel, KnownCommitments {

    private final Jdbi jdbi;

    CountedCommitments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What counts for the week of a commitment, in the grade of a batch.
     *
     * @param counts null while it is not known yet
     */
    record Counted(
            UUID batchId,
            UUID memberId,
            String product,
            String grade,
            String period,
            @Nullable BigDecimal counts) {

        CountedWeek week() {
            return new CountedWeek(memberId, product, grade, period);
        }
    }

    @Override
    public String name() {
        return "what counts of commitments";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("commitment"), Copy.of("counted_commitment"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(QuantityCommitted.class, this::committed),
                new Projection<>(CommitmentCounted.class, this::counted));
    }

    /**
     * What counts for batches, as far as production has told of their commitments.
     *
     * @param batches each with the commitment that it was made for and the grade in which it was certified
     */
    Map<UUID, Counted> of(List<Made> batches) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select made.batch_id, c.member_id, c.product, made.grade, c.period, k.counts
                          from unnest(:batches, :commitments, :grades) as made (batch_id, commitment_id, grade)
                          join commitment c on c.commitment_id = made.commitment_id
                          left join counted_commitment k
                            on (k.member_id, k.product, k.grade, k.period) = (c.member_id, c.product, made.grade, c.period)
                        """)
                .bindArray("batches", UUID.class, Columns.of(batches, Made::batchId))
                .bindArray("commitments", UUID.class, Columns.of(batches, Made::commitmentId))
                .bindArray("grades", String.class, Columns.of(batches, Made::grade))
                .mapTo(Counted.class)
                .collect(Collectors.toMap(Counted::batchId, Function.identity())));
    }

    /** A batch and the commitment that it was made for. */
    record Made(UUID batchId, UUID commitmentId, String grade) {}

    @Override
    public List<Known> ofTheSameWeeks(Collection<UUID> commitments) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select commitment_id, member_id, product, period, grade from commitment
                         where (member_id, product, period) in (
                               select member_id, product, period from commitment where commitment_id = any(:commitments))
                         order by commitment_id
                        """)
                .bindArray("commitments", UUID.class, commitments)
                .mapTo(Known.class)
                .list());
    }

    /** Producers have committed quantities; how much does not matter here. */
    void committed(List<QuantityCommitted> events) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into commitment (commitment_id, member_id, product, period, grade)
                        select distinct on (commitment_id) commitment_id, member_id, product, period, grade
                          from unnest(:commitments, :members, :products, :periods, :grades)
                               as committed (commitment_id, member_id, product, period, grade)
                         order by commitment_id
                        on conflict (commitment_id) do nothing
                        """)
                .bindArray("commitments", UUID.class, Columns.of(events, QuantityCommitted::commitmentId))
                .bindArray("members", UUID.class, Columns.of(events, QuantityCommitted::memberId))
                .bindArray("products", String.class, Columns.of(events, QuantityCommitted::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(events, event -> event.period().toString()))
                .bindArray("grades", String.class, Columns.of(events, QuantityCommitted::grade))
                .execute());
    }

    /** It was fixed, or has changed, what counts of commitments. */
    void counted(List<CommitmentCounted> events) {
        Map<CountedWeek, BigDecimal> counts = new LinkedHashMap<>();
        events.forEach(event -> counts.put(week(event), event.counts().value()));
        List<CountedWeek> weeks = List.copyOf(counts.keySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into counted_commitment (member_id, product, grade, period, counts)
                        select member_id, product, grade, period, counts
                          from unnest(:members, :products, :grades, :periods, :counts)
                               as counted (member_id, product, grade, period, counts)
                         order by member_id, product, grade, period
                        on conflict (member_id, product, grade, period) do update set counts = excluded.counts
                        """)
                .bindArray("members", UUID.class, Columns.of(weeks, CountedWeek::memberId))
                .bindArray("products", String.class, Columns.of(weeks, CountedWeek::product))
                .bindArray("grades", String.class, Columns.of(weeks, CountedWeek::grade))
                .bindArray("periods", String.class, Columns.of(weeks, CountedWeek::period))
                .bindArray("counts", BigDecimal.class, Columns.of(weeks, counts::get))
                .execute());
    }

    static CountedWeek week(CommitmentCounted event) {
        return new CountedWeek(
                event.memberId(), event.product(), event.grade(), event.period().toString());
    }
}
