package coop.parasol.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database session of the instance that relays. It holds PostgreSQL's advisory lock, which makes that instance the
 * leader, for as long as it lives; it reads rows that are not sent yet and moves those that are to the {@link SentEvents}. A row in the table is an
 * event that is not known to be in Kafka, whatever its seq: a transaction that took a low seq may commit late, and a row that
 * Kafka has lost comes back.
 *
 * <p>The low-water mark is a seq below which no row is left and none can appear; reading begins behind it, which spares the
 * dead index entries of deleted rows that are not vacuumed yet. It is moved up to the seq H of a moved row as follows. The
 * id X of the moving transaction is remembered. Every transaction that took a seq up to H had its id before it took the
 * seq (see Outbox), hence an id below X; once the oldest running transaction is X or younger, all of them have ended. (The
 * xmax of a snapshot would not do for X: transactions with a higher id may be running, if none of them has ended yet.)
 */
final class OutboxSession implements AutoCloseable {

    /** "parasol" in ASCII. An advisory lock is per database, so each service has its own leader. */
    private static final long LEADER_LOCK = 0x7061_7261_736f_6cL;

    private static final int NETWORK_TIMEOUT_MILLIS = 30_000;

    /** A batch ends with the row that reaches this size, because a backlog of large events has to fit into the memory. */
    private static final long MAX_BATCH_BYTES = 8 * 1024 * 1024;

    /** In UTF-8, of a UTF-16 character. */
    private static final int MAX_BYTES_PER_CHARACTER = 3;

    private static final String SELECT_UNSENT = """
            select snapshot.oldest, o.*
              from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest) as snapshot
              left join lateral (
                    select seq, id, type, aggregateid, topic, payload, actor, causationid, correlationid, traceparent, time
                      from (select *, sum(octet_length(payload)) over (order by seq rows unbounded preceding)
                                      - octet_length(payload) as bytes_before
                              from outbox
                             where seq > ? and seq <> all (?) and aggregateid <> all (?) and topic <> all (?)
                             order by seq limit ?) as next
                     where bytes_before < ?) as o on true
             order by o.seq
            """;

    private final Connection connection;
    private final SentEvents sent;
    private final UnmovedRows unmoved = new UnmovedRows();
    private long lowWaterMark;
    /** Seq up to which the mark may move once all transactions before the next one have ended. */
    private long nextMark;
    /** Id of the transaction that moved the row of nextMark; 0 while there is no nextMark. */
    private long nextMarkTransaction;

    /** A row of the outbox: an event that is not sent yet. */
    record Row(Envelope envelope, String topic, @Nullable String traceparent, String payload) {
        long seq() {
            return envelope.sequence();
        }

        String aggregate() {
            return envelope.subject();
        }
    }

    private OutboxSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.sent = new SentEvents(connection);
    }

    /** Takes the leader lock; null while another session holds it. */
    static @Nullable OutboxSession open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (tryLock(connection)) {
                return new OutboxSession(connection);
            }
        } catch (SQLException e) {
            reset(connection);
            throw e;
        }
        connection.close();
        return null;
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet locked = statement.executeQuery("select pg_try_advisory_lock(" + LEADER_LOCK + ")")) {
                if (!locked.next() || !locked.getBoolean(1)) {
                    return false;
                }
            }
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
            // a move that is lost in a crash means an event is sent twice, which the inboxes of consumers skip
            statement.execute("set synchronous_commit = off");
            // statistics of a table that is nearly always empty mislead the planner when it is not
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_bitmapscan = off");
            return true;
        }
    }

    /**
     * The oldest rows that have not arrived, in the order of seq, up to 8 MiB, at least one if there is any; moves the low-water mark
     * unless some are left out.
     *
     * @param suspendedAggregates whose rows are left out
     * @param suspendedTopics whose rows are left out
     * @param maxRows how many rows at most
     */
    List<Row> readBatch(Collection<String> suspendedAggregates, Collection<String> suspendedTopics, int maxRows)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        long oldestTransaction = 0;
        try (PreparedStatement select = connection.prepareStatement(SELECT_UNSENT)) {
            select.setLong(1, lowWaterMark);
            select.setArray(2, connection.createArrayOf("bigint", unmoved.seqs()));
            select.setArray(3, connection.createArrayOf("text", suspendedAggregates.toArray()));
            select.setArray(4, connection.createArrayOf("text", suspendedTopics.toArray()));
            select.setInt(5, maxRows);
            select.setLong(6, MAX_BATCH_BYTES);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    oldestTransaction = result.getLong(1);
                    if (result.getObject(2) != null) {
                        rows.add(row(result));
                    }
                }
            }
        }
        long firstUnsentSeq = rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().seq();
        // of what is left out nothing is known: a transaction may have committed late, or a lost row have come back
        boolean allSeen = suspendedAggregates.isEmpty() && suspendedTopics.isEmpty();
        if (nextMarkTransaction != 0
                && allSeen
                && oldestTransaction >= nextMarkTransaction
                && nextMark < Math.min(firstUnsentSeq, unmoved.firstSeq())) {
            lowWaterMark = nextMark;
            nextMarkTransaction = 0;
        }
        return rows;
    }

    /** Whether a batch of these rows was not ended by its size, so that there were no more. */
    static boolean isAll(List<Row> rows, int maxRows) {
        long atMostBytes = rows.stream()
                .mapToLong(row -> (long) row.payload().length() * MAX_BYTES_PER_CHARACTER)
                .sum();
        return rows.size() < maxRows && atMostBytes < MAX_BATCH_BYTES;
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

    /** What Kafka has acknowledged, on this session. */
    SentEvents sent() {
        return sent;
    }

    /**
     * Remembers that rows have arrived: they are read no more, and are moved to the sent events some milliseconds later.
     *
     * @param logs of the rows' topics, by their names without prefix
     */
    void acknowledge(List<SentEvents.Arrived> arrived, Map<String, TopicLogs.TopicLog> logs) {
        unmoved.add(sent.acknowledge(arrived, logs));
    }

    /** Moves the rows that have arrived if they have waited long enough for others to be moved with. */
    void moveIfDue() throws SQLException {
        if (unmoved.isDue()) {
            moveArrived();
        }
    }

    /** How long the next move may wait; the given time if nothing is to be moved. */
    Duration untilMove(Duration otherwise) {
        return unmoved.isEmpty() ? otherwise : unmoved.untilDue();
    }

    /** Moves the rows that have arrived to the sent events. */
    void moveArrived() throws SQLException {
        if (unmoved.isEmpty()) {
            return;
        }
        long last = unmoved.lastSeq();
        long transaction = unmoved.move(connection);
        if (nextMarkTransaction == 0) {
            nextMarkTransaction = transaction;
            nextMark = last;
        }
    }

    /** Reads again from the first of the rows that were put back into the outbox. */
    void lowerMark(Returned returned) {
        if (returned.rows() > 0) {
            lowWaterMark = Math.min(lowWaterMark, returned.firstSeq() - 1);
            nextMarkTransaction = 0;
        }
    }

    /** No row has a seq up to this one, and none ever will. */
    long lowWaterMark() {
        return lowWaterMark;
    }

    /** Gives up the leader lock and returns the connection to the pool with its settings as they were. */
    @Override
    public void close() throws SQLException {
        reset(connection);
    }

    private static void reset(Connection connection) throws SQLException {
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
