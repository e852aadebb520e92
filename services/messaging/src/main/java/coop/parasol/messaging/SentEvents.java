package coop.parasol.messaging;

import coop.parasol.messaging.OutboxSession.Row;
import coop.parasol.messaging.TopicLogs.End;
import coop.parasol.messaging.TopicLogs.TopicLog;
import coop.parasol.messaging.UnmovedRows.Acknowledged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What Kafka has acknowledged: the tables {@code sent_event} and {@code sent_position}, on the session that relays. A row that
 * turns out to be lost goes back into the outbox with its seq and its id, and is thereby sent before anything newer.
 */
final class SentEvents {

    private static final String COLUMNS =
            "seq, id, aggregatetype, aggregateid, type, payload, topic, actor, causationid,"
                    + " correlationid, traceparent, time";

    private static final String RETURN_LOST = """
            with lost as (delete from sent_event
                           where topic = ? and partition = ?
                             and (topic_id <> ? or "offset" >= ? or leader_epoch > ?) returning %1$s)
            insert into outbox (%1$s) overriding system value select %1$s from lost returning seq
            """.formatted(COLUMNS);

    private static final String RETURN_SINCE = """
            with again as (delete from sent_event where sent_at >= ? returning %1$s)
            insert into outbox (%1$s) overriding system value select %1$s from again returning seq
            """.formatted(COLUMNS);

    private final Connection connection;
    private final Map<SentPartition, Position> positions = new HashMap<>();

    /** A partition of one of the service's topics; the topic without the installation's prefix. */
    record SentPartition(String topic, int partition) {}

    /** Place of an acknowledged record. */
    record Position(String topicId, long offset, int epoch) {}

    /** A row and where Kafka has put it. */
    record Arrived(Row row, int partition, long offset) {
        SentPartition sentPartition() {
            return new SentPartition(row.topic(), partition);
        }
    }

    SentEvents(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select topic, partition, topic_id, \"offset\", leader_epoch from sent_position")) {
            while (row.next()) {
                positions.put(
                        new SentPartition(row.getString(1), row.getInt(2)),
                        new Position(row.getString(3), row.getLong(4), row.getInt(5)));
            }
        }
    }

    /** The topics with acknowledged records. */
    Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        positions.keySet().forEach(key -> topics.add(key.topic()));
        return topics;
    }

    Optional<Position> position(SentPartition key) {
        return Optional.ofNullable(positions.get(key));
    }

    /**
     * Takes the places of rows that have arrived as known.
     *
     * @param logs of the rows' topics, by their names without prefix
     */
    List<Acknowledged> acknowledge(List<Arrived> arrived, Map<String, TopicLog> logs) {
        List<Acknowledged> acknowledged = new ArrayList<>(arrived.size());
        for (Arrived one : arrived) {
            SentPartition key = one.sentPartition();
            TopicLog log = logs.get(key.topic());
            End end = log == null ? null : log.ends().get(key.partition());
            Position place = new Position(log == null ? "" : log.id(), one.offset(), end == null ? -1 : end.epoch());
            positions.put(key, place);
            acknowledged.add(new Acknowledged(one.row().seq(), key, place));
        }
        return acknowledged;
    }

    /**
     * Puts the events that Kafka has acknowledged and no longer has back into the outbox: all of a topic with another id; those
     * at or behind the log's end; those of a later leader epoch than the log knows.
     *
     * @param logs by their names without prefix
     */
    Returned returnLost(Map<String, TopicLog> logs) throws SQLException {
        Returned all = Returned.NONE;
        for (Map.Entry<SentPartition, Position> entry : List.copyOf(positions.entrySet())) {
            TopicLog log = logs.get(entry.getKey().topic());
            End end = log == null ? null : log.ends().get(entry.getKey().partition());
            if (log == null || end == null) {
                continue; // the topic is gone; when it is made anew it has another id
            }
            Position last = entry.getValue();
            if (!log.id().equals(last.topicId()) || end.offset() <= last.offset() || end.isBehind(last.epoch())) {
                all = all.and(returnLost(entry.getKey(), log.id(), end));
            }
        }
        return all;
    }

    /** Puts the events at and behind an offset of a partition back into the outbox. */
    Returned returnLost(SentPartition key, String topicId, End end) throws SQLException {
        return inTransaction(() -> {
            try (PreparedStatement lost = connection.prepareStatement(RETURN_LOST);
                    PreparedStatement position = connection.prepareStatement("""
                            update sent_position set topic_id = ?, "offset" = ?, leader_epoch = ?
                             where topic = ? and partition = ?""")) {
                lost.setString(1, key.topic());
                lost.setInt(2, key.partition());
                lost.setString(3, topicId);
                lost.setLong(4, end.offset());
                lost.setInt(5, end.epoch() < 0 ? Integer.MAX_VALUE : end.epoch());
                Returned returned = returned(lost);
                position.setString(1, topicId);
                position.setLong(2, end.offset() - 1);
                position.setInt(3, end.epoch());
                position.setString(4, key.topic());
                position.setInt(5, key.partition());
                position.executeUpdate();
                positions.put(key, new Position(topicId, end.offset() - 1, end.epoch()));
                return returned;
            }
        });
    }

    /** Puts what an administrator asked to send again back into the outbox. */
    Returned returnRequested() throws SQLException {
        return inTransaction(() -> {
            OffsetDateTime since = null;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("delete from resend_request returning since")) {
                while (row.next()) {
                    OffsetDateTime asked = row.getObject(1, OffsetDateTime.class);
                    since = since == null || asked.isBefore(since) ? asked : since;
                }
            }
            if (since == null) {
                return Returned.NONE;
            }
            try (PreparedStatement again = connection.prepareStatement(RETURN_SINCE)) {
                again.setObject(1, since);
                return returned(again);
            }
        });
    }

    /**
     * Lists events that only the topics have, raises the outbox's seq, and takes the ends of the logs as known.
     *
     * @param maxSequence seq that was given out before the restore; later ones are higher
     */
    void recordRestored(
            List<ConsumerRecord<String, byte[]>> events,
            Map<SentPartition, Position> ends,
            long maxSequence,
            Instant now)
            throws SQLException {
        RestoredEventTable table = new RestoredEventTable(connection);
        Returned _ = inTransaction(() -> {
            table.insert(events, now);
            table.raiseSequence(maxSequence);
            table.storePositions(ends);
            positions.putAll(ends);
            return Returned.NONE;
        });
    }

    /** Which of these events wait in the outbox. */
    Set<UUID> unsent(Collection<UUID> events) throws SQLException {
        return new RestoredEventTable(connection).unsent(events);
    }

    private static Returned returned(PreparedStatement statement) throws SQLException {
        Returned all = Returned.NONE;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all = all.and(new Returned(1, row.getLong(1)));
            }
        }
        return all;
    }

    @FunctionalInterface
    private interface Work {
        Returned run() throws SQLException;
    }

    /** Durably committed: a loss that is found is not found again. */
    private Returned inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = on");
            Returned result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
