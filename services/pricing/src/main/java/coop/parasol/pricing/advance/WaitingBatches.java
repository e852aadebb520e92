package coop.parasol.pricing.advance;

import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import coop.parasol.pricing.advance.AdvanceFacts.Known;
import coop.parasol.pricing.advance.rules.CountedWeek;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Certified batches for which it is not known yet what counts of their commitment: often it is fixed weeks later, at the freeze. */
@ApplicationScoped
class WaitingBatches {

    private final Jdbi jdbi;

    WaitingBatches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record ForCommitment(UUID batchId, UUID commitmentId) {}

    record ForWeek(UUID batchId, UUID memberId, String product, String grade, String period) {

        CountedWeek week() {
            return new CountedWeek(memberId, product, grade, period);
        }
    }

    /**
     * Of these batches exactly those wait from now on.
     *
     * @param rates in basis points, of each of them
     */
    void replace(Collection<UUID> batches, List<Known> stillWaiting, Map<UUID, Integer> rates) {
        List<UUID> waiting =
                stillWaiting.stream().map(known -> known.batch().batchId()).toList();
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "delete from advance_waiting where batch_id = any(:batches) and batch_id <> all(:waiting)")
                    .bindArray("batches", UUID.class, batches)
                    .bindArray("waiting", UUID.class, waiting)
                    .execute();
            handle.createUpdate("""
                            insert into advance_waiting (id, batch_id, member_id, product, grade, unit, rate, certified_at, commitment_id)
                            select * from unnest(:ids, :batches, :members, :products, :grades, :units, :rates, :moments, :commitments)
                            on conflict (batch_id) do update
                               set grade = excluded.grade, rate = excluded.rate, commitment_id = excluded.commitment_id
                            """)
                    .bindArray(
                            "ids",
                            UUID.class,
                            waiting.stream().map(each -> Ids.next()).toList())
                    .bindArray("batches", UUID.class, waiting)
                    .bindArray("members", UUID.class, of(stillWaiting, CertifiedBatch::memberId))
                    .bindArray("products", String.class, of(stillWaiting, CertifiedBatch::product))
                    .bindArray("grades", String.class, of(stillWaiting, CertifiedBatch::grade))
                    .bindArray("units", String.class, of(stillWaiting, CertifiedBatch::unit))
                    .bindArray(
                            "rates",
                            Integer.class,
                            waiting.stream().map(rates::get).toList())
                    .bindArray("moments", Instant.class, of(stillWaiting, CertifiedBatch::certifiedAt))
                    .bindArray("commitments", UUID.class, Columns.of(stillWaiting, Known::commitmentId))
                    .execute();
        });
    }

    private static <T> List<@Nullable T> of(List<Known> waiting, Function<CertifiedBatch, T> column) {
        return Columns.of(waiting, known -> column.apply(known.batch()));
    }

    /** The batches that wait for one of these commitments, with what has told of it. */
    Map<UUID, Cause> forCommitments(Map<UUID, Cause> causes) {
        Map<UUID, Cause> found = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(
                                "select batch_id, commitment_id from advance_waiting where commitment_id = any(:commitments)")
                        .bindArray("commitments", UUID.class, causes.keySet())
                        .mapTo(ForCommitment.class)
                        .list())
                .forEach(batch -> found.put(batch.batchId(), Objects.requireNonNull(causes.get(batch.commitmentId()))));
        return found;
    }

    /** The batches that wait for what counts in one of these weeks, with what has told it. */
    Map<UUID, Cause> forWeeks(Map<CountedWeek, Cause> causes) {
        List<CountedWeek> weeks = List.copyOf(causes.keySet());
        Map<UUID, Cause> found = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery("""
                                select waiting.batch_id, week.member_id, week.product, week.grade, week.period
                                  from unnest(:members, :products, :grades, :periods) as week (member_id, product, grade, period)
                                  join commitment c using (member_id, product, period)
                                  join advance_waiting waiting
                                    on waiting.commitment_id = c.commitment_id and waiting.grade = week.grade
                                """)
                        .bindArray("members", UUID.class, Columns.of(weeks, CountedWeek::memberId))
                        .bindArray("products", String.class, Columns.of(weeks, CountedWeek::product))
                        .bindArray("grades", String.class, Columns.of(weeks, CountedWeek::grade))
                        .bindArray("periods", String.class, Columns.of(weeks, CountedWeek::period))
                        .mapTo(ForWeek.class)
                        .list())
                .forEach(batch -> found.put(batch.batchId(), Objects.requireNonNull(causes.get(batch.week()))));
        return found;
    }
}
