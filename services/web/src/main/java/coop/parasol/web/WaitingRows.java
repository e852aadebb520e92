package coop.parasol.web;

import coop.parasol.web.WaitingWork.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Work that waits because of rows in the database: how many rows a query has, and the oldest of them. */
@ApplicationScoped
public class WaitingRows {

    private final Jdbi jdbi;

    WaitingRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many rows there are; {@code oldest} and {@code since} are null where there is none. */
    record Oldest(
            long count, @Nullable UUID oldest, @Nullable Instant since) {

        Waiting as(String kind, String role) {
            return new Waiting(kind, role, count, oldest, since);
        }
    }

    /**
     * Work of one kind, one for each row of a query.
     *
     * @param role whose work it is
     * @param query with the columns {@code id} and {@code since}
     * @param values of the query's parameters
     */
    public Waiting waiting(String kind, String role, String query, Map<String, ?> values) {
        return oldest(query, values).as(kind, role);
    }

    /** How many rows a query with the columns {@code id} and {@code since} has, and the oldest of them. */
    Oldest oldest(String query, Map<String, ?> values) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as count, (array_agg(id order by since, id))[1] as oldest, min(since) as since
                          from (%s) as waiting
                        """.formatted(query))
                .bindMap(values)
                .mapTo(Oldest.class)
                .one());
    }
}
