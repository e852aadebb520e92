package coop.parasol.pricing.pool;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitCode;
import coop.parasol.persistence.Columns;
import coop.parasol.pricing.pool.rules.SharedUnits;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The goods of a pool that were made of parts of others' commitments, of which their originators keep a share. */
@ApplicationScoped
public class SharedGoods {

    private final Jdbi jdbi;
    private final KnownCommitments knownCommitments;

    SharedGoods(Jdbi jdbi, KnownCommitments knownCommitments) {
        this.jdbi = jdbi;
        this.knownCommitments = knownCommitments;
    }

    /**
     * Goods in a pool of which an originator keeps a share.
     *
     * @param commitmentId of the taker, in which the part is that they are of
     * @param quantity in the pool, or that was in it
     * @param originatorShare in basis points
     * @param recalled whether they have left the pool because they were called back
     */
    public record Line(
            UUID commitmentId,
            UUID originatorId,
            UUID takerId,
            String grade,
            Quantity quantity,
            int originatorShare,
            boolean recalled) {}

    /** Units of a batch that are or, recalled, were in the pool. */
    record Pooled(UUID batchId, UUID commitmentId, String grade, String unit, BigDecimal quantity, boolean recalled) {}

    /** What a taker makes of a product for a week. */
    record Week(UUID takerId, String period) {}

    record PartRow(
            UUID commitmentId,
            UUID originatorId,
            UUID takerId,
            String period,
            String grade,
            BigDecimal quantity,
            int originatorShare,
            Instant takenAt) {

        Week week() {
            return new Week(takerId, period);
        }

        SharedUnits.Part part() {
            return new SharedUnits.Part(commitmentId, originatorId, takerId, grade, quantity, originatorShare, takenAt);
        }
    }

    record BatchRow(UUID commitmentId, UUID batchId, String grade, BigDecimal certified, Instant reportedAt) {}

    private record Key(
            UUID commitmentId, UUID originatorId, UUID takerId, String grade, int originatorShare, boolean recalled) {}

    /** Those of the pool of a product and week, by commitment, originator and grade, recalled ones apart. */
    public List<Line> of(String product, Period period) {
        List<Pooled> pooled = pooled(product, period);
        if (pooled.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<SharedUnits.Shared>> byBatch =
                sharedUnits(product, pooled.stream().map(Pooled::commitmentId).collect(Collectors.toSet()));
        Map<Key, Quantity> sums = new LinkedHashMap<>();
        for (Pooled batch : pooled) {
            int decimals = UnitCode.of(batch.unit()).decimals();
            for (SharedUnits.Shared shared : byBatch.getOrDefault(batch.batchId(), List.of())) {
                BigDecimal units = shared.of(batch.quantity(), decimals);
                if (units.signum() > 0) {
                    SharedUnits.Part part = shared.part();
                    sums.merge(
                            new Key(
                                    part.commitmentId(),
                                    part.originatorId(),
                                    part.takerId(),
                                    batch.grade(),
                                    part.originatorShare(),
                                    batch.recalled()),
                            new Quantity(units, batch.unit()),
                            Quantity::plus);
                }
            }
        }
        return sums.entrySet().stream()
                .map(each -> new Line(
                        each.getKey().commitmentId(),
                        each.getKey().originatorId(),
                        each.getKey().takerId(),
                        each.getKey().grade(),
                        each.getValue(),
                        each.getKey().originatorShare(),
                        each.getKey().recalled()))
                .sorted(Comparator.comparing(Line::commitmentId)
                        .thenComparing(Line::originatorId)
                        .thenComparing(Line::grade)
                        .thenComparingInt(Line::originatorShare)
                        .thenComparing(Line::recalled))
                .toList();
    }

    /** The units of parts by their batches, of all that was made for the weeks of commitments. */
    private Map<UUID, List<SharedUnits.Shared>> sharedUnits(String product, Set<UUID> commitments) {
        Map<UUID, KnownCommitments.Known> ofWeeks = knownCommitments.ofTheSameWeeks(commitments).stream()
                .collect(Collectors.toMap(KnownCommitments.Known::commitmentId, Function.identity()));
        Map<Week, List<SharedUnits.Part>> parts = parts(
                product,
                ofWeeks.values().stream()
                        .map(known -> new Week(known.memberId(), known.period()))
                        .collect(Collectors.toSet()));
        Map<Week, List<SharedUnits.Batch>> batches = new HashMap<>();
        for (BatchRow row : batches(ofWeeks.keySet())) {
            KnownCommitments.Known madeFor = Objects.requireNonNull(ofWeeks.get(row.commitmentId()));
            batches.computeIfAbsent(new Week(madeFor.memberId(), madeFor.period()), week -> new ArrayList<>())
                    .add(new SharedUnits.Batch(
                            row.batchId(),
                            row.commitmentId(),
                            madeFor.grade(),
                            row.grade(),
                            row.certified(),
                            row.reportedAt()));
        }
        Map<UUID, List<SharedUnits.Shared>> byBatch = new HashMap<>();
        parts.forEach((week, ofWeek) -> SharedUnits.of(ofWeek, batches.getOrDefault(week, List.of()))
                .forEach(shared -> byBatch.computeIfAbsent(shared.batch().batchId(), batch -> new ArrayList<>())
                        .add(shared)));
        return byBatch;
    }

    /** Units of the pool, batch by batch, that were made for commitments by producers that have taken parts of others'. */
    private List<Pooled> pooled(String product, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with unit as (
                select batch_id, member_id, grade, unit, recalled,
                       case when expired then least(dispatched, certified - bought_in - taken_back - consumed)
                            else certified - bought_in - taken_back - consumed end as quantity
                  from pool_batch
                 where product = :product and period = :period
                   and pool_basis(certified_at) = 'CERTIFIED'
                union all
                select a.batch_id, b.member_id, a.grade, a.unit, b.recalled, a.quantity
                  from accepted_goods a join pool_batch b using (batch_id)
                 where a.product = :product and a.period = :period
                   and pool_basis(b.certified_at) = 'ACCEPTED'),
            made as (
                select c.batch_id, coalesce(c.commitment_id, f.commitment_id) as commitment_id
                  from commitment_batch c left join commitment_batch f on f.batch_id = c.sorted_from
                 where c.batch_id in (select batch_id from unit))
            select unit.batch_id, made.commitment_id, unit.grade, unit.unit, unit.recalled, sum(unit.quantity) as quantity
              from unit join made using (batch_id)
             where unit.member_id in (select taker_id from taken_part where product = :product)
               and made.commitment_id is not null
             group by unit.batch_id, made.commitment_id, unit.grade, unit.unit, unit.recalled
            having sum(unit.quantity) > 0
             order by unit.batch_id
            """)
                .bind("product", product)
                .bind("period", period)
                .mapTo(Pooled.class)
                .list());
    }

    private Map<Week, List<SharedUnits.Part>> parts(String product, Set<Week> weeks) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
            select commitment_id, originator_id, taker_id, period, grade, quantity, originator_share, taken_at
              from taken_part
             where product = :product and (taker_id, period) in (select * from unnest(:takers, :periods))
             order by taken_at, part_id
            """)
                        .bind("product", product)
                        .bindArray("takers", UUID.class, Columns.of(weeks, Week::takerId))
                        .bindArray("periods", String.class, Columns.of(weeks, Week::period))
                        .mapTo(PartRow.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(PartRow::week, Collectors.mapping(PartRow::part, Collectors.toList())));
    }

    /** Certified batches that were made for commitments, in the order in which they were certified. */
    private List<BatchRow> batches(Collection<UUID> commitments) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with made as (
                select batch_id, commitment_id, reported_at from commitment_batch where commitment_id = any(:commitments)
                union all
                select c.batch_id, f.commitment_id, f.reported_at
                  from commitment_batch c join commitment_batch f on f.batch_id = c.sorted_from
                 where f.commitment_id = any(:commitments))
            select made.commitment_id, b.batch_id, b.grade, b.certified,
                   coalesce(made.reported_at, b.certified_at) as reported_at
              from made join pool_batch b using (batch_id)
             where b.certified > 0
             order by b.certified_at, b.batch_id
            """)
                .bindArray("commitments", UUID.class, commitments)
                .mapTo(BatchRow.class)
                .list());
    }
}
