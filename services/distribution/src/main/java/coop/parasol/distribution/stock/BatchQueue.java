package coop.parasol.distribution.stock;

import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Where certified batches stand in the queue to be sold: on which day, and how much of each counts of the commitment it was made for.
 * Certificates, reports, commitments and what counts of them are heard of in any sequence; each sets right what follows from all that
 * is known. Whoever calls holds the products' locks.
 */
@ApplicationScoped
class BatchQueue {

    private final ProductRepository products;
    private final FirmClock clock;
    private final Jdbi jdbi;

    BatchQueue(ProductRepository products, FirmClock clock, Jdbi jdbi) {
        this.products = products;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /** What a producer has made of a product for a week. */
    record Made(UUID memberId, String product, String period) {}

    /** Batches were certified, or their reports heard of. */
    void batchesKnown(Collection<UUID> batchIds) {
        setQueueDays(batchIds);
        count(madeFor(batchIds));
    }

    /**
     * It was corrected for which commitments batches were made.
     *
     * @param correct does it
     */
    void batchesCorrected(Collection<UUID> batchIds, Runnable correct) {
        Set<Made> made = new LinkedHashSet<>(madeFor(batchIds));
        correct.run();
        made.addAll(madeFor(batchIds));
        setQueueDays(batchIds);
        jdbi.useHandle(handle -> handle.createUpdate("""
            update batch b set counted = 0
             where b.batch_id = any(:batches) and b.counted <> 0
               and not exists (select from reported_batch r join commitment c on c.commitment_id = r.commitment_id
                                where r.batch_id = b.batch_id)
            """)
                .bindArray("batches", UUID.class, batchIds)
                .execute());
        count(made);
    }

    private List<Made> madeFor(Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select distinct c.member_id, c.product, c.period
              from reported_batch r join commitment c on c.commitment_id = r.commitment_id
             where r.batch_id = any(:batches)
            """)
                .bindArray("batches", UUID.class, batchIds)
                .mapTo(Made.class)
                .list());
    }

    /**
     * A batch waits by its last day of sale as if it had been made on the day it was reported; by its own last day where that day or
     * the shelf life is unknown.
     */
    private void setQueueDays(Collection<UUID> batchIds) {
        record Reported(UUID batchId, String product) {}
        List<Reported> reported = jdbi.withHandle(handle -> handle.createQuery("""
            select b.batch_id, b.product from batch b join reported_batch r on r.batch_id = b.batch_id
             where b.batch_id = any(:batches) and r.reported_at is not null and b.reported_on is null
            """)
                .bindArray("batches", UUID.class, batchIds)
                .mapTo(Reported.class)
                .list());
        if (reported.isEmpty()) {
            return;
        }
        var shelfLives = products.shelfLives(
                reported.stream().map(Reported::product).distinct().toList());
        jdbi.useHandle(handle -> handle.createUpdate("""
            update batch b
               set reported_on = (r.reported_at at time zone :zone)::date,
                   queue_shift = case
                       when known.shelf_life is null or b.expiry = 'infinity' then 0
                       else (r.reported_at at time zone :zone)::date + known.shelf_life - b.expiry end
              from reported_batch r, unnest(:batches, :shelfLives) as known (batch_id, shelf_life)
             where b.batch_id = known.batch_id and r.batch_id = known.batch_id
            """)
                .bind("zone", clock.zone().getId())
                .bindArray("batches", UUID.class, Columns.of(reported, Reported::batchId))
                .bindArray("shelfLives", Integer.class, Columns.of(reported, batch -> shelfLives.get(batch.product())))
                .execute());
    }

    /** Commitments were heard of, perhaps after batches that were made for them. */
    void commitmentsKnown(Collection<UUID> commitmentIds) {
        count(jdbi.withHandle(handle -> handle.createQuery("""
            select distinct c.member_id, c.product, c.period
              from commitment c join reported_batch r on r.commitment_id = c.commitment_id
             where c.commitment_id = any(:commitments)
            """)
                .bindArray("commitments", UUID.class, commitmentIds)
                .mapTo(Made.class)
                .list()));
    }

    /** It was fixed, or has changed, what counts of commitments. */
    void countsKnown(Collection<Made> made) {
        count(made);
    }

    /**
     * What counts of a producer's commitments for a product, grade and week is in the batches of that grade that it has made for
     * them, those reported first before others.
     */
    private void count(Collection<Made> made) {
        if (made.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
            with own as (
                select b.batch_id, b.certified, c.member_id, c.product, b.grade, c.period,
                       sum(b.certified) over (partition by c.member_id, c.product, b.grade, c.period
                                              order by r.reported_at nulls last, b.lot, b.batch_id) - b.certified
                           as before
                  from unnest(:members, :products, :periods) as m (member_id, product, period)
                  join commitment c using (member_id, product, period)
                  join reported_batch r on r.commitment_id = c.commitment_id
                  join batch b on b.batch_id = r.batch_id)
            update batch b set counted = least(own.certified, greatest(0, coalesce(k.counts, 0) - own.before))
              from own left join counted_commitment k using (member_id, product, grade, period)
             where b.batch_id = own.batch_id
               and b.counted <> least(own.certified, greatest(0, coalesce(k.counts, 0) - own.before))
            """)
                .bindArray("members", UUID.class, Columns.of(made, Made::memberId))
                .bindArray("products", String.class, Columns.of(made, Made::product))
                .bindArray("periods", String.class, Columns.of(made, Made::period))
                .execute());
    }
}
