package coop.parasol.quality.inspection;

import coop.parasol.contracts.Quantity;
import coop.parasol.quality.batch.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** What waits for an inspection that an auditor may make and has not made, and where. */
@ApplicationScoped
class WorkList {

    /** {@code unknown} is where a producer is that has named no town, or was admitted before towns were told. */
    private static final String OPEN = """
            from batch b left join producer p on p.id = b.member_id
            where b.state in ('SAMPLED', 'REWORKED')
              and not exists (select from auditor_interests i where i.auditor_id = :auditor and i.member_id = b.member_id)
              and b.member_id is distinct from cast(:own as uuid)
              and not exists (select from inspection mine where mine.batch_id = b.id and mine.attempt = b.attempt
                              and mine.auditor_id = :auditor and mine.submitted_at is not null)
              and not exists (select from line l where l.member_id = b.member_id and l.product = b.product
                              and l.discontinued)
              and (cast(:producer as uuid) is null or b.member_id = cast(:producer as uuid))
              and (cast(:product as text) is null or b.product = cast(:product as text))
              and (cast(:place as text) is null or lower(coalesce(p.place, 'unknown')) = lower(cast(:place as text)))
              and (cast(:before as timestamptz) is null or b.reported_at < cast(:before as timestamptz))
            """;

    private static final String AFTER =
            " and (b.reported_at, b.id) > (select a.reported_at, a.id from batch a where a.id = :after)";

    private final Session database;

    WorkList(Session database) {
        this.database = database;
    }

    /**
     * Whose work list, and what of it.
     *
     * @param own the firm that the auditor itself speaks for, if any
     * @param before batches reported before this moment
     */
    record Wanted(
            UUID auditor,
            @Nullable UUID own,
            @Nullable UUID producer,
            @Nullable String product,
            @Nullable String place,
            @Nullable Instant before) {}

    /** A batch to inspect. */
    record Waiting(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            Instant reportedAt,
            int sampleSize,
            Batch.State state,
            String place) {}

    /** How much waits in a town, and since when. */
    record Town(String place, long batches, Instant longestWaiting) {}

    /** The longest waiting first. */
    List<Waiting> page(Wanted wanted, @Nullable UUID after, int fetch) {
        NativeQuery<Object[]> query = database.createNativeQuery(
                "select b.id, b.member_id, b.product, b.lot, b.quantity, b.unit, b.reported_at, b.sample_size, b.state,"
                        + " coalesce(p.place, 'unknown') " + OPEN + (after == null ? "" : AFTER)
                        + " order by b.reported_at, b.id limit :fetch",
                Object[].class);
        bind(query, wanted).setParameter("fetch", fetch);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.getResultList().stream().map(WorkList::waiting).toList();
    }

    /** Towns where something waits, the longest waiting first. */
    List<Town> towns(Wanted wanted) {
        return bind(
                        database.createNativeQuery(
                                "select min(coalesce(p.place, 'unknown')), count(*), min(b.reported_at) " + OPEN
                                        + " group by lower(coalesce(p.place, 'unknown')) order by 3, 1",
                                Object[].class),
                        wanted)
                .getResultList()
                .stream()
                .map(row -> new Town((String) row[0], ((Number) row[1]).longValue(), (Instant) row[2]))
                .toList();
    }

    private static NativeQuery<Object[]> bind(NativeQuery<Object[]> query, Wanted wanted) {
        return query.setParameter("auditor", wanted.auditor())
                .setParameter("own", text(wanted.own()), String.class)
                .setParameter("producer", text(wanted.producer()), String.class)
                .setParameter("product", wanted.product(), String.class)
                .setParameter("place", wanted.place(), String.class)
                .setParameter("before", text(wanted.before()), String.class);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Waiting waiting(Object[] row) {
        return new Waiting(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                new Quantity((BigDecimal) row[4], (String) row[5]),
                (Instant) row[6],
                ((Number) row[7]).intValue(),
                Batch.State.valueOf((String) row[8]),
                (String) row[9]);
    }
}
