package coop.parasol.messaging;

import coop.parasol.messaging.SentEvents.Position;
import coop.parasol.messaging.SentEvents.SentPartition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The table {@code restored_event}, on the session that relays: events that only the topics have. */
final class RestoredEventTable {

    private final Connection connection;

    RestoredEventTable(Connection connection) {
        this.connection = connection;
    }

    /** Which of these events wait in the outbox. */
    Set<UUID> unsent(Collection<UUID> events) throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("select id from outbox where id = any (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    void insert(List<ConsumerRecord<String, byte[]>> events, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into restored_event values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            for (ConsumerRecord<String, byte[]> record : events) {
                Envelope envelope = CloudEvents.envelope(record);
                insert.setObject(1, envelope.id());
                insert.setString(2, envelope.type());
                insert.setString(3, envelope.subject());
                insert.setLong(4, envelope.sequence());
                insert.setString(5, record.topic());
                insert.setInt(6, record.partition());
                insert.setLong(7, record.offset());
                insert.setObject(8, envelope.time().atOffset(ZoneOffset.UTC));
                insert.setObject(9, now.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Raises the outbox's seq, so that later ones are higher than this. */
    void raiseSequence(long maxSequence) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement("""
                select setval(pg_get_serial_sequence('outbox', 'seq'), ?)
                 where ? > (select coalesce(last_value, 0) from pg_sequences
                             where sequencename = 'outbox_seq_seq' and schemaname = current_schema())""")) {
            raise.setLong(1, Math.max(1, maxSequence));
            raise.setLong(2, maxSequence);
            raise.execute();
        }
    }

    /** Takes these places as the last that are known of their partitions. */
    void storePositions(Map<SentPartition, Position> ends) throws SQLException {
        try (PreparedStatement position = connection.prepareStatement("""
                insert into sent_position values (?, ?, ?, ?, ?)
                on conflict (topic, partition) do update
                   set topic_id = excluded.topic_id, "offset" = excluded."offset", leader_epoch = excluded.leader_epoch""")) {
            for (Map.Entry<SentPartition, Position> end : ends.entrySet()) {
                position.setString(1, end.getKey().topic());
                position.setInt(2, end.getKey().partition());
                position.setString(3, end.getValue().topicId());
                position.setLong(4, end.getValue().offset());
                position.setInt(5, end.getValue().epoch());
                position.addBatch();
            }
            position.executeBatch();
        }
    }
}
