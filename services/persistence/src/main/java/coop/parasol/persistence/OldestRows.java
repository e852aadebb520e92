package coop.parasol.persistence;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a query has, and the oldest of them.
 *
 * @param oldest its id; null where there is none
 * @param since its time
 */
public record OldestRows(
        long count, @Nullable UUID oldest, @Nullable Instant since) {

    /**
     * Counts the rows of a query.
     *
     * @param query with the columns {@code id} and {@code since}
     * @param values of the query's parameters
     */
    public static OldestRows of(Jdbi jdbi, String query, Map<String, ?> values) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as count, (array_agg(id order by since, id))[1] as oldest, min(since) as since
                          from (%s) as waiting
                        """.formatted(query))
                .bindMap(values)
                .mapTo(OldestRows.class)
                .one());
    }
}
