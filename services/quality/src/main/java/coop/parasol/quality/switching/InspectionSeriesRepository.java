package coop.parasol.quality.switching;

import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Finds or begins series of lots, and locks them. */
@ApplicationScoped
public class InspectionSeriesRepository {

    private static final String BEGIN = """
            insert into inspection_series (id, member_id, product, switching)
            select id, member_id, product, '{"classes": {}}'
              from unnest(:ids, :members, :products) as named (id, member_id, product)
             order by product, member_id
            on conflict do nothing
            """;
    private static final String LOCK = """
            select series.id from inspection_series series
              join unnest(:members, :products) as named (member_id, product) using (member_id, product)
             order by product, member_id
               for update of series
            """;

    private final Jdbi jdbi;

    InspectionSeriesRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The producer and the product of a series, which name it and never change. */
    public record SeriesKey(UUID memberId, String product) {}

    /** The series of a product from a producer, locked to the end of the transaction. */
    public InspectionSeries lock(UUID memberId, String product) {
        begin(List.of(new SeriesKey(memberId, product)));
        return InspectionSeries.<InspectionSeries>find("memberId = ?1 and product = ?2", memberId, product)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /** The same for several series, in the order of products and producers; none of them was read in this transaction before. */
    public Map<SeriesKey, InspectionSeries> lockAll(Collection<SeriesKey> keys) {
        begin(keys);
        List<UUID> ids = jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bindArray("members", UUID.class, Columns.of(keys, SeriesKey::memberId))
                .bindArray("products", String.class, Columns.of(keys, SeriesKey::product))
                .mapTo(UUID.class)
                .list());
        return InspectionSeries.<InspectionSeries>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(
                        series -> new SeriesKey(series.memberId, series.product), Function.identity()));
    }

    private void begin(Collection<SeriesKey> keys) {
        jdbi.useHandle(handle -> handle.createUpdate(BEGIN)
                .bindArray("ids", UUID.class, Columns.of(keys, key -> Ids.next()))
                .bindArray("members", UUID.class, Columns.of(keys, SeriesKey::memberId))
                .bindArray("products", String.class, Columns.of(keys, SeriesKey::product))
                .execute());
    }
}
