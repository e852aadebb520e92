package coop.parasol.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one database session that relays: it holds the advisory lock as long as it lives. Reads rows that are not sent yet
 * and deletes those that are. What is unsent is what is there; the low-water mark only spares reading over rows that were
 * deleted long ago and not vacuumed yet.
 *
 * <p>The mark may pass the seq H once no row up to H can be there or still come. After deleting rows up to H the deleting
 * transaction's id X is remembered. Whoever took a seq up to H had its transaction id before it took the seq (Outbox sees
 * to that), hence an id below X; once the oldest transaction still running is X or younger, all of those are over.
 * (xmax of a snapshot would not do for X: transactions with a higher id may be running, if none of them has ended yet.)
 */
final class OutboxSession implements AutoCloseable {

    /** "parasol" in ASCII; the lock is per database. */
    private static final long LOCK = 0x7061_7261_736f_6cL;

    private static final int NETWORK_TIMEOUT_MILLIS = 30_000;

    /** What is read at once ends with the row that reaches it: a backlog of large events has to fit into the memory. */
    private static final long PORTION_BYTES = 8 * 1024 * 1024;

    private static final String SCAN = """
            select snapshot.oldest, o.*
              from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest) as snapshot
              left join lateral (
                    select seq, id, type, aggregateid, topic, payload, actor, causationid, correlationid, traceparent, time
                      from (select *, sum(octet_length(payload)) over (order by seq rows unbounded preceding)
                                      - octet_length(payload) as bytes_before
                              from outbox
                             where seq > ? and aggregateid <> all (?) and topic <> all (?)
                             order by seq limit ?) as next
                     where bytes_before < ?) as o on true
             order by o.seq
            """;

    private static final String DELETE = """
            with gone as (delete from outbox where seq = any (?) returning 1)
            select pg_current_xact_id()::text::bigint, count(*) from gone
            """;

    private final Connection connection;
    private long lowWater;
    private long candidate;
    private long candidateTransaction;

    /** An event that waits to be sent. */
    record Row(Envelope envelope, String topic, @Nullable String traceparent, String payload) {
        long seq() {
            return envelope.sequence();
        }

        String aggregate() {
            return envelope.subject();
        }
    }

    private OutboxSession(Connection connection) {
        this.connection = connection;
    }

    /** Becomes the session that relays; null while another one is. */
    static @Nullable OutboxSession open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        OutboxSession session = new OutboxSession(connection);
        try {
            if (session.lock()) {
                return session;
            }
        } catch (SQLException e) {
            session.close();
            throw e;
        }
        connection.close();
        return null;
    }

    private boolean lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet locked = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                if (!locked.next() || !locked.getBoolean(1)) {
                    return false;
                }
            }
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
            // a delete that a crash forgets is an event sent twice, which the inboxes swallow
            statement.execute("set synchronous_commit = off");
            // statistics of a table that is nearly always empty mislead the planner when it is not
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_bitmapscan = off");
            return true;
        }
    }

    /**
     * The oldest unsent rows, at least one if there is any.
     *
     * @param floor the mark stays below this seq: the first of the rows left out by the next two
     * @param aggregates whose rows are left out
     * @param topics whose rows are left out
     * @param limit how many at most
     */
    List<Row> scan(long floor, Collection<String> aggregates, Collection<String> topics, int limit)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        long oldest = 0;
        try (PreparedStatement scan = connection.prepareStatement(SCAN)) {
            scan.setLong(1, lowWater);
            scan.setArray(2, connection.createArrayOf("text", aggregates.toArray()));
            scan.setArray(3, connection.createArrayOf("text", topics.toArray()));
            scan.setInt(4, limit);
            scan.setLong(5, PORTION_BYTES);
            try (ResultSet result = scan.executeQuery()) {
                while (result.next()) {
                    oldest = result.getLong(1);
                    if (result.getObject(2) != null) {
                        rows.add(row(result));
                    }
                }
            }
        }
        long first = rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().seq();
        if (candidateTransaction != 0 && oldest >= candidateTransaction && candidate < Math.min(first, floor)) {
            lowWater = candidate;
            candidateTransaction = 0;
        }
        return rows;
    }

    private static Row row(ResultSet result) throws SQLException {
        Cause cause = new Cause(result.getString(8), result.getString(9), result.getString(10));
        Envelope envelope = new Envelope(
                result.getObject(3, UUID.class),
                result.getString(4),
                result.getString(5),
                result.getLong(2),
                result.getObject(12, OffsetDateTime.class).toInstant(),
                cause);
        return new Row(envelope, result.getString(6), result.getString(11), result.getString(7));
    }

    /** Forgets rows that Kafka has. */
    void delete(List<Row> sent) throws SQLException {
        if (sent.isEmpty()) {
            return;
        }
        Long[] seqs = sent.stream().map(Row::seq).toArray(Long[]::new);
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", seqs));
            try (ResultSet result = delete.executeQuery()) {
                if (result.next() && candidateTransaction == 0) {
                    candidateTransaction = result.getLong(1);
                    candidate = sent.getLast().seq();
                }
            }
        }
    }

    /** Rows up to here are gone for good. */
    long lowWater() {
        return lowWater;
    }

    /** Gives up the lock and returns the connection as it was. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("reset synchronous_commit");
            statement.execute("reset enable_seqscan");
            statement.execute("reset enable_bitmapscan");
            statement.execute("select pg_advisory_unlock_all()");
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }
}
