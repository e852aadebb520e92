package coop.parasol.pricing.pool;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitCode;
import coop.parasol.pricing.pool.rules.SharedUnits;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The goods of a pool that were made of parts of others' commitments, of which their originators keep a share. */
@ApplicationScoped
public class SharedGoods {

    private final Jdbi jdbi;

    SharedGoods(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Goods in a pool of which an originator keeps a share.
     *
     * @param commitmentId of the taker, for which they were made
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

    record PartRow(
            UUID commitmentId,
            UUID originatorId,
            UUID takerId,
            BigDecimal quantity,
            int originatorShare,
            Instant takenAt) {

        SharedUnits.Part part() {
            return new SharedUnits.Part(originatorId, takerId, quantity, originatorShare, takenAt);
        }
    }

    record BatchRow(UUID commitmentId, UUID batchId, BigDecimal certified, Instant reportedAt) {

        SharedUnits.Batch batch() {
            return new SharedUnits.Batch(batchId, certified, reportedAt);
        }
    }

    private record Key(
            UUID commitmentId, UUID originatorId, UUID takerId, String grade, int originatorShare, boolean recalled) {}

    /** Those of the pool of a product and week, by commitment, originator and grade, recalled ones apart. */
    public List<Line> of(String product, Period period) {
        List<Pooled> pooled = pooled(product, period);
        if (pooled.isEmpty()) {
            return List.of();
        }
        List<UUID> commitments =
                pooled.stream().map(Pooled::commitmentId).distinct().toList();
        Map<UUID, List<SharedUnits.Part>> parts = parts(commitments);
        Map<UUID, List<SharedUnits.Batch>> batches = batches(commitments);
        Map<UUID, List<SharedUnits.Shared>> byBatch = new HashMap<>();
        for (UUID commitment : commitments) {
            SharedUnits.of(parts.getOrDefault(commitment, List.of()), batches.getOrDefault(commitment, List.of()))
                    .forEach(shared -> byBatch.computeIfAbsent(shared.batch().batchId(), batch -> new ArrayList<>())
                            .add(shared));
        }
        Map<Key, Quantity> sums = new LinkedHashMap<>();
        for (Pooled batch : pooled) {
            int decimals = UnitCode.of(batch.unit()).decimals();
            for (SharedUnits.Shared shared : byBatch.getOrDefault(batch.batchId(), List.of())) {
                BigDecimal units = shared.of(batch.quantity(), decimals);
                if (units.signum() > 0) {
                    SharedUnits.Part part = shared.part();
                    sums.merge(
                            new Key(
                                    batch.commitmentId(),
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

    /** Units of the pool, batch by batch, that were made for commitments of which a part was taken of another's. */
    private List<Pooled> pooled(String product, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with unit as (
                select batch_id, grade, unit, recalled,
                       case when expired then least(dispatched, certified - bought_in - taken_back)
                            else certified - bought_in - taken_back end as quantity
                  from pool_batch
                 where product = :product and period = :period
                   and pool_basis(certified_at) = 'CERTIFIED'
                union all
                select a.batch_id, a.grade, a.unit, b.recalled, a.quantity
                  from accepted_goods a join pool_batch b using (batch_id)
                 where a.product = :product and a.period = :period
                   and pool_basis(b.certified_at) = 'ACCEPTED'),
            made as (
                select c.batch_id, coalesce(c.commitment_id, f.commitment_id) as commitment_id
                  from commitment_batch c left join commitment_batch f on f.batch_id = c.sorted_from
                 where c.batch_id in (select batch_id from unit))
            select unit.batch_id, made.commitment_id, unit.grade, unit.unit, unit.recalled, sum(unit.quantity) as quantity
              from unit join made using (batch_id)
             where exists (select from taken_part t where t.commitment_id = made.commitment_id)
             group by unit.batch_id, made.commitment_id, unit.grade, unit.unit, unit.recalled
            having sum(unit.quantity) > 0
             order by unit.batch_id
            """)
                .bind("product", product)
                .bind("period", period)
                .mapTo(Pooled.class)
                .list());
    }

    private Map<UUID, List<SharedUnits.Part>> parts(List<UUID> commitments) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
            select commitment_id, originator_id, taker_id, quantity, originator_share, taken_at from taken_part
             where commitment_id = any(:commitments) order by taken_at, part_id
            """)
                        .bindArray("commitments", UUID.class, commitments)
                        .mapTo(PartRow.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        PartRow::commitmentId, Collectors.mapping(PartRow::part, Collectors.toList())));
    }

    private Map<UUID, List<SharedUnits.Batch>> batches(List<UUID> commitments) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
            with made as (
                select batch_id, commitment_id, reported_at from commitment_batch where commitment_id = any(:commitments)
                union all
                select c.batch_id, f.commitment_id, f.reported_at
                  from commitment_batch c join commitment_batch f on f.batch_id = c.sorted_from
                 where f.commitment_id = any(:commitments))
            select made.commitment_id, b.batch_id, b.certified,
                   coalesce(made.reported_at, b.certified_at) as reported_at
              from made join pool_batch b using (batch_id)
             where b.certified > 0
             order by b.certified_at, b.batch_id
            """)
                        .bindArray("commitments", UUID.class, commitments)
                        .mapTo(BatchRow.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        BatchRow::commitmentId, Collectors.mapping(BatchRow::batch, Collectors.toList())));
    }
}
