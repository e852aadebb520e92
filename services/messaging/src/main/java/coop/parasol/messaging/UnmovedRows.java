package coop.parasol.messaging;

import coop.parasol.messaging.SentEvents.Position;
import coop.parasol.messaging.SentEvents.SentPartition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows that Kafka has acknowledged and that are still in the outbox. Moving many of them to {@code sent_event} costs little more
 * than moving one, and while one is moved the next event waits; so they are gathered for some milliseconds. Those that a crash
 * leaves behind are sent again, which the inboxes of consumers skip.
 */
final class UnmovedRows {

    /** So long rows are gathered. */
    private static final Duration GATHERED = Duration.ofMillis(50);

    private static final int MAX_GATHERED = 250;

    private static final String MOVE = """
            with gone as (delete from outbox where seq = any (?) returning *),
                 kept as (insert into sent_event
                          select g.*, a.topic_id, a.partition, a."offset", a.leader_epoch, clock_timestamp()
                            from gone g
                            join unnest(?::bigint[], ?::text[], ?::integer[], ?::bigint[], ?::integer[])
                                 as a (seq, topic_id, partition, "offset", leader_epoch) on a.seq = g.seq),
                 moved as (insert into sent_position (topic, partition, topic_id, "offset", leader_epoch)
                           select * from unnest(?::text[], ?::integer[], ?::text[], ?::bigint[], ?::integer[])
                           on conflict (topic, partition) do update
                              set topic_id = excluded.topic_id, "offset" = excluded."offset",
                                  leader_epoch = excluded.leader_epoch)
            select pg_current_xact_id()::text::bigint, count(*) from gone
            """;

    private final List<Acknowledged> rows = new ArrayList<>();
    /** When the first of them came, {@link System#nanoTime}. */
    private long since;

    /** A row and where Kafka has put it. */
    record Acknowledged(long seq, SentPartition partition, Position position) {}

    void add(List<Acknowledged> acknowledged) {
        if (rows.isEmpty()) {
            since = System.nanoTime();
        }
        rows.addAll(acknowledged);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether they have been gathered for long enough. */
    boolean isDue() {
        return !rows.isEmpty() && (rows.size() >= MAX_GATHERED || untilDue().isZero());
    }

    /** How long more of them may be gathered. */
    Duration untilDue() {
        Duration left = GATHERED.minusNanos(System.nanoTime() - since);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Their numbers in the outbox. */
    Long[] seqs() {
        return rows.stream().map(Acknowledged::seq).toArray(Long[]::new);
    }

    /** The lowest of their numbers. */
    long firstSeq() {
        return rows.stream().mapToLong(Acknowledged::seq).min().orElse(Long.MAX_VALUE);
    }

    /** One of their numbers. */
    long lastSeq() {
        return rows.getLast().seq();
    }

    /**
     * Moves all of them from the outbox to the sent events, in a transaction of its own.
     *
     * @return id of the transaction
     */
    long move(Connection connection) throws SQLException {
        Map<SentPartition, Position> ends = new HashMap<>();
        rows.forEach(row -> ends.put(row.partition(), row.position()));
        List<Map.Entry<SentPartition, Position>> moved = List.copyOf(ends.entrySet());
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            bind(move, 1, "bigint", rows, Acknowledged::seq);
            bind(move, 2, "bigint", rows, Acknowledged::seq);
            bind(move, 3, "text", rows, row -> row.position().topicId());
            bind(move, 4, "integer", rows, row -> row.partition().partition());
            bind(move, 5, "bigint", rows, row -> row.position().offset());
            bind(move, 6, "integer", rows, row -> row.position().epoch());
            bind(move, 7, "text", moved, end -> end.getKey().topic());
            bind(move, 8, "integer", moved, end -> end.getKey().partition());
            bind(move, 9, "text", moved, end -> end.getValue().topicId());
            bind(move, 10, "bigint", moved, end -> end.getValue().offset());
            bind(move, 11, "integer", moved, end -> end.getValue().epoch());
            try (ResultSet result = move.executeQuery()) {
                result.next();
                rows.clear();
                return result.getLong(1);
            }
        }
    }

    private static <R> void bind(
            PreparedStatement statement, int parameter, String type, List<R> rows, Function<R, Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
