package coop.parasol.pricing.pool;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Members' certified goods batch by batch: what is left of them for pools, and what of them is in a pool. */
@ApplicationScoped
public class PoolBatches {

    private static final String CERTIFIED = """
            select batch_id, member_id, product, grade, unit, certified_at, certified - bought_in - taken_back - consumed as quantity,
                   dispatched, expired, recalled
              from pool_batch where certified_at is not null and\s
            """;

    private final Jdbi jdbi;

    PoolBatches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A certified batch.
     *
     * @param quantity certified, without what was bought in, was taken back or has gone into other batches
     * @param dispatched of it to partners
     */
    public record CertifiedBatch(
            UUID batchId,
            UUID memberId,
            String product,
            String grade,
            String unit,
            Instant certifiedAt,
            BigDecimal quantity,
            BigDecimal dispatched,
            boolean expired,
            boolean recalled) {

        /** Units that are sold or may still be sold: nothing of a recalled batch, of an expired one what has left. */
        public BigDecimal remaining() {
            if (recalled) {
                return BigDecimal.ZERO;
            }
            return (expired ? quantity.min(dispatched) : quantity).max(BigDecimal.ZERO);
        }

        /** Units on which an advance may be granted: none once the batch is recalled or its last day is over. */
        public Quantity unsold() {
            return new Quantity(expired ? BigDecimal.ZERO : remaining(), unit);
        }
    }

    /** Units of a batch that are in a pool. */
    public record PooledBatch(UUID batchId, BigDecimal quantity) {}

    /** Those of the batches that are certified, in the order of their certification. */
    public List<CertifiedBatch> certified(Collection<UUID> batches) {
        return jdbi.withHandle(
                handle -> handle.createQuery(CERTIFIED + "batch_id = any(:batches) order by certified_at, batch_id")
                        .bindArray("batches", UUID.class, batches)
                        .mapTo(CertifiedBatch.class)
                        .list());
    }

    /** The batches of a product that were certified from a moment on, the oldest first, so many at most. */
    public List<CertifiedBatch> certifiedSince(String product, Instant since, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        CERTIFIED
                                + "product = :product and certified_at >= :since order by certified_at, batch_id limit :maxRows")
                .bind("product", product)
                .bind("since", since)
                .bind("maxRows", maxRows)
                .mapTo(CertifiedBatch.class)
                .list());
    }

    /** What is in the pool of a product and week, paid or not, as {@link PoolGoods} sums it; recalled units are not. */
    public List<PooledBatch> in(String product, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with unit as (
                select batch_id,
                       case when expired then least(dispatched, certified - bought_in - taken_back - consumed)
                            else certified - bought_in - taken_back - consumed end as quantity
                  from pool_batch
                 where product = :product and period = :period and pool_basis(certified_at) = 'CERTIFIED' and not recalled
                union all
                select line.batch_id, line.quantity
                  from accepted_goods line left join pool_batch batch on batch.batch_id = line.batch_id
                 where line.product = :product and line.period = :period
                   and pool_basis(batch.certified_at) = 'ACCEPTED' and not coalesce(batch.recalled, false))
            select batch_id, sum(quantity) as quantity from unit group by batch_id having sum(quantity) > 0 order by batch_id
            """)
                .bind("product", product)
                .bind("period", period)
                .mapTo(PooledBatch.class)
                .list());
    }
}
