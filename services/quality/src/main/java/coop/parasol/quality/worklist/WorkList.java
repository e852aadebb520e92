package coop.parasol.quality.worklist;

import coop.parasol.contracts.Quantity;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The batches that await an inspection. Whoever draws, inspects or decides a batch says so here, in the same transaction,
 * so that an auditor's list is read without looking at batches that are decided.
 */
@ApplicationScoped
public class WorkList {

    private static final String PUT = """
            insert into work_list (batch_id, member_id, product, lot, quantity, unit, reported_at, sample_size, reinspection,
                                   auditors, suspended)
            select batch_id, member_id, product, lot, quantity, unit, reported_at, sample_size, reinspection, auditors,
                   suspended
              from unnest(:batches, :members, :products, :lots, :quantities, :units, :reportedAt, :sampleSizes,
                          :reinspections, :auditors, :suspended)
                   as drawn (batch_id, member_id, product, lot, quantity, unit, reported_at, sample_size, reinspection,
                             auditors, suspended)
             order by batch_id
            on conflict (batch_id) do update set sample_size = excluded.sample_size, discontinued = false
            """;
    private static final String FORGET_INSPECTED = """
            delete from work_list_inspected
             where batch_id in (select w.batch_id from work_list w
                                  join unnest(:batches, :sampleSizes) as drawn (batch_id, sample_size) using (batch_id)
                                 where w.sample_size < drawn.sample_size)
            """;
    private static final String INSPECTED_BY = """
            insert into work_list_inspected (batch_id, auditor_id) values (:batch, :auditor) on conflict do nothing
            """;
    private static final String END_CLAIM =
            "delete from inspection_claim where batch_id = :batch and auditor_id = :auditor";
    private static final String SUSPEND =
            "update work_list set suspended = :suspended where batch_id = any(:batches) and suspended <> :suspended";
    private static final String DISCONTINUE = """
            update work_list set discontinued = :discontinued
             where member_id = :member and product = :product and discontinued <> :discontinued
            """;

    private static final String FOR_AUDITOR = """
              from work_list w left join producer_place p on p.member_id = w.member_id
             where not w.discontinued
               and not w.suspended
               and not w.member_id = any(:excludedProducers)
               and not exists (select from work_list_inspected i where i.batch_id = w.batch_id and i.auditor_id = :auditor)
               and (cast(:producer as uuid) is null or w.member_id = cast(:producer as uuid))
               and (cast(:product as text) is null or w.product = cast(:product as text))
               and (cast(:place as text) is null or lower(coalesce(p.place, 'unknown')) = lower(cast(:place as text)))
               and (cast(:reportedBefore as timestamptz) is null or w.reported_at < cast(:reportedBefore as timestamptz))
               and (cast(:claim as text) is distinct from 'OWN' or exists (select from inspection_claim c
                     where c.batch_id = w.batch_id and c.auditor_id = :auditor and c.claimed_until > :now))
               and (cast(:claim as text) is distinct from 'FREE' or w.auditors >
                    (select count(*) from work_list_inspected i where i.batch_id = w.batch_id)
                    + (select count(*) from inspection_claim c where c.batch_id = w.batch_id and c.claimed_until > :now))
            """;
    private static final String PAGE = """
            select w.batch_id, w.member_id, w.product, w.lot, w.quantity, w.unit, w.reported_at, w.sample_size,
                   w.reinspection, coalesce(p.place, 'unknown') as place
            """ + FOR_AUDITOR + """
               and (w.reported_at, w.batch_id) > (cast(:afterReportedAt as timestamptz), cast(:afterBatch as uuid))
             order by w.reported_at, w.batch_id limit :maxRows
            """;
    private static final String PLACES =
            """
            select min(coalesce(p.place, 'unknown')) as place, count(*) as batches, min(w.reported_at) as longest_waiting
            """ + FOR_AUDITOR + " group by lower(coalesce(p.place, 'unknown')) order by longest_waiting, place";

    private static final String PLACE = """
            select coalesce(p.place, 'unknown') from work_list w left join producer_place p on p.member_id = w.member_id
             where w.batch_id = :batch
            """;

    private final Jdbi jdbi;

    WorkList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A batch whose sample is drawn.
     *
     * @param auditors how many inspect it
     * @param suspended held by a decision of the quality desk, and shown to nobody until it is reinstated
     */
    public record Entry(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            Instant reportedAt,
            int sampleSize,
            boolean reinspection,
            int auditors,
            boolean suspended) {}

    /** Batches that the auditor has claimed, or those with a seat that nobody has claimed or taken. */
    public enum ClaimFilter {
        OWN,
        FREE
    }

    /**
     * Whose work list, and which part of it.
     *
     * @param excludedProducers producers that the auditor has an interest in, its own firm included
     * @param producer of one producer, {@code null} for all
     * @param product of one product, {@code null} for all
     * @param place in one place, in upper or lower case, {@code unknown} for producers without one; {@code null} for all
     * @param reportedBefore reported before this moment, {@code null} for any
     * @param claim whether the auditor has claimed them or nobody has, {@code null} for any
     * @param now the moment at which claims hold or have lapsed
     */
    record Filter(
            UUID auditor,
            Set<UUID> excludedProducers,
            @Nullable UUID producer,
            @Nullable String product,
            @Nullable String place,
            @Nullable Instant reportedBefore,
            @Nullable ClaimFilter claim,
            Instant now) {}

    /** A batch that the auditor may inspect. */
    record Item(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            BigDecimal quantity,
            String unit,
            Instant reportedAt,
            int sampleSize,
            boolean reinspection,
            String place) {}

    /** How many batches await the auditor in a place, and since when. */
    record Place(String place, long batches, Instant longestWaiting) {}

    /** A batch awaits an inspection from now on, or with another sample; a larger one also from those who have inspected. */
    public void put(Entry entry) {
        putAll(List.of(entry));
    }

    /** The same for several batches. */
    public void putAll(List<Entry> entries) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(FORGET_INSPECTED)
                    .bindArray("batches", UUID.class, Columns.of(entries, Entry::batchId))
                    .bindArray("sampleSizes", Integer.class, Columns.of(entries, Entry::sampleSize))
                    .execute();
            handle.createUpdate(PUT)
                    .bindArray("batches", UUID.class, Columns.of(entries, Entry::batchId))
                    .bindArray("members", UUID.class, Columns.of(entries, Entry::memberId))
                    .bindArray("products", String.class, Columns.of(entries, Entry::product))
                    .bindArray("lots", String.class, Columns.of(entries, Entry::lot))
                    .bindArray(
                            "quantities",
                            BigDecimal.class,
                            Columns.of(entries, entry -> entry.quantity().value()))
                    .bindArray(
                            "units",
                            String.class,
                            Columns.of(entries, entry -> entry.quantity().unit()))
                    .bindArray("reportedAt", Instant.class, Columns.of(entries, Entry::reportedAt))
                    .bindArray("sampleSizes", Integer.class, Columns.of(entries, Entry::sampleSize))
                    .bindArray("reinspections", Boolean.class, Columns.of(entries, Entry::reinspection))
                    .bindArray("auditors", Integer.class, Columns.of(entries, Entry::auditors))
                    .bindArray("suspended", Boolean.class, Columns.of(entries, Entry::suspended))
                    .execute();
        });
    }

    /** An auditor has submitted its inspection; the batch may await another auditor's. */
    public void inspectedBy(UUID batchId, UUID auditorId) {
        jdbi.useHandle(handle -> {
            for (String statement : List.of(INSPECTED_BY, END_CLAIM)) {
                handle.createUpdate(statement)
                        .bind("batch", batchId)
                        .bind("auditor", auditorId)
                        .execute();
            }
        });
    }

    /** The batch is decided or given up. */
    public void remove(UUID batchId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from work_list where batch_id = :batch")
                .bind("batch", batchId)
                .execute());
    }

    /** Batches are held by a decision of the quality desk, or are inspected again. */
    public void setSuspended(Collection<UUID> batchIds, boolean suspended) {
        jdbi.useHandle(handle -> handle.createUpdate(SUSPEND)
                .bind("suspended", suspended)
                .bindArray("batches", UUID.class, batchIds)
                .execute());
    }

    /** The inspection of a producer's product is discontinued, or it goes on. */
    public void setDiscontinued(UUID memberId, String product, boolean discontinued) {
        jdbi.useHandle(handle -> handle.createUpdate(DISCONTINUE)
                .bind("member", memberId)
                .bind("product", product)
                .bind("discontinued", discontinued)
                .execute());
    }

    /** After which batch a page begins: it may have been decided meanwhile. */
    record Position(Instant reportedAt, UUID batchId) {

        static final Position START = new Position(Instant.EPOCH, new UUID(0, 0));
    }

    /** The batches that have waited longest first. */
    List<Item> page(Filter filter, Position after, int maxRows) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(PAGE), filter)
                .bind("afterReportedAt", after.reportedAt())
                .bind("afterBatch", after.batchId())
                .bind("maxRows", maxRows)
                .mapTo(Item.class)
                .list());
    }

    /** The places where batches await the auditor, those of the batches that have waited longest first. */
    List<Place> places(Filter filter) {
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(PLACES), filter).mapTo(Place.class).list());
    }

    /** Where a batch is that awaits an inspection, {@code unknown} if its producer has named no place; empty if it awaits none. */
    public Optional<String> placeOf(UUID batchId) {
        return jdbi.withHandle(handle -> handle.createQuery(PLACE)
                .bind("batch", batchId)
                .mapTo(String.class)
                .findOne());
    }

    private static Query bind(Query query, Filter filter) {
        return query.bind("auditor", filter.auditor())
                .bindArray("excludedProducers", UUID.class, filter.excludedProducers())
                .bindByType("producer", filter.producer(), UUID.class)
                .bindByType("product", filter.product(), String.class)
                .bindByType("place", filter.place(), String.class)
                .bindByType("reportedBefore", filter.reportedBefore(), Instant.class)
                .bindByType(
                        "claim", filter.claim() == null ? null : filter.claim().name(), String.class)
                .bind("now", filter.now());
    }
}
