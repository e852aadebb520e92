package coop.parasol.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The table {@code parked_event}: events that could not be handled, and behind them the later events of the same aggregates,
 * in order. {@link Dispatcher#replay} handles them again.
 */
@ApplicationScoped
class ParkedEvents {

    private static final int MAX_REASON_CHARACTERS = 2000;

    private static final String DEAD_LETTER_COLUMNS =
            "position, event_id, type, topic, partition, \"offset\", subject, attempts, reason, parked_at";

    private final DataSource database;
    private final Clock clock;

    /** @param position place in the order of parking */
    record ParkedEvent(long position, DeadLetter letter) {}

    ParkedEvents(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Which of these aggregates have parked events, so that their further events must be parked too. That stays so until the
     * present transaction ends: the last parked event of each is locked, and a replay cannot remove it meanwhile.
     */
    Set<ReceivedEvent.AggregateKey> lockBlockedAggregates(Collection<ReceivedEvent.AggregateKey> keys) {
        return Jdbc.execute(database, connection -> {
            Set<ReceivedEvent.AggregateKey> found = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select distinct topic, subject from parked_event where topic = any (?) and subject = any (?)""")) {
                Object[] topics = keys.stream()
                        .map(ReceivedEvent.AggregateKey::topic)
                        .distinct()
                        .toArray();
                Object[] subjects =
                        keys.stream().map(ReceivedEvent.AggregateKey::subject).toArray();
                select.setArray(1, connection.createArrayOf("text", topics));
                select.setArray(2, connection.createArrayOf("text", subjects));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new ReceivedEvent.AggregateKey(rows.getString(1), rows.getString(2)));
                    }
                }
            }
            found.retainAll(new HashSet<>(keys));
            found.removeIf(key -> !lockLast(key));
            return found;
        });
    }

    /** Whether there still is a parked event of the aggregate to lock. */
    private boolean lockLast(ReceivedEvent.AggregateKey key) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select 1 from parked_event where topic = ? and subject = ?
                     order by position desc limit 1 for share""")) {
                select.setString(1, key.topic());
                select.setString(2, key.subject());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** @param attempts how often it was tried; 0 when it only waits behind another */
    DeadLetter insert(ReceivedEvent event, int attempts, String reason) {
        Envelope envelope = event.envelope();
        DeadLetter letter = new DeadLetter(
                envelope.id(),
                envelope.type(),
                event.topic(),
                event.partition(),
                event.offset(),
                envelope.subject(),
                attempts,
                storable(reason),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into parked_event (event_id, type, topic, partition, "offset", subject, attempts, reason,
                                              parked_at, sequence, time, actor, causationid, correlationid, payload)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setObject(1, letter.id());
                insert.setString(2, letter.type());
                insert.setString(3, letter.topic());
                insert.setInt(4, letter.partition());
                insert.setLong(5, letter.offset());
                insert.setString(6, letter.subject());
                insert.setInt(7, letter.attempts());
                insert.setString(8, letter.reason());
                insert.setObject(9, letter.parkedAt().atOffset(ZoneOffset.UTC));
                insert.setLong(10, envelope.sequence());
                insert.setObject(11, envelope.time().atOffset(ZoneOffset.UTC));
                insert.setString(12, envelope.cause().actor());
                insert.setString(13, envelope.cause().causationId());
                insert.setString(14, envelope.cause().correlationId());
                insert.setBytes(15, event.payload().json());
                insert.executeUpdate();
                return letter;
            }
        });
    }

    /** The first parked event of an aggregate, locked until the present transaction ends. */
    Optional<ReceivedEvent> lockFirst(ReceivedEvent.AggregateKey key) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select event_id, type, subject, sequence, time, actor, causationid, correlationid, topic, partition,
                           "offset", payload
                      from parked_event where topic = ? and subject = ? order by position limit 1 for update""")) {
                select.setString(1, key.topic());
                select.setString(2, key.subject());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(receivedEvent(row)) : Optional.empty();
                }
            }
        });
    }

    private static ReceivedEvent receivedEvent(ResultSet row) throws SQLException {
        Cause cause = new Cause(row.getString(6), row.getString(7), row.getString(8));
        Envelope envelope = new Envelope(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                cause);
        return new ReceivedEvent(
                envelope,
                row.getString(9),
                row.getInt(10),
                row.getLong(11),
                new ReceivedEvent.Payload(row.getBytes(12)));
    }

    void delete(UUID event) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from parked_event where event_id = ?")) {
                delete.setObject(1, event);
                return delete.executeUpdate();
            }
        });
    }

    /** Counts another failed attempt. */
    void recordFailure(UUID event, String reason) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update parked_event set attempts = attempts + 1, reason = ? where event_id = ?")) {
                update.setString(1, storable(reason));
                update.setObject(2, event);
                return update.executeUpdate();
            }
        });
    }

    /** Parked events after a position, in the order of parking. */
    List<ParkedEvent> list(long after, int limit) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement("select " + DEAD_LETTER_COLUMNS
                    + " from parked_event where position > ? order by position limit ?")) {
                select.setLong(1, after);
                select.setInt(2, limit);
                return listed(select);
            }
        });
    }

    Optional<DeadLetter> find(UUID event) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select " + DEAD_LETTER_COLUMNS + " from parked_event where event_id = ?")) {
                select.setObject(1, event);
                return listed(select).stream().map(ParkedEvent::letter).findFirst();
            }
        });
    }

    private static List<ParkedEvent> listed(PreparedStatement select) throws SQLException {
        List<ParkedEvent> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                DeadLetter letter = new DeadLetter(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getString(9),
                        row.getObject(10, OffsetDateTime.class).toInstant());
                found.add(new ParkedEvent(row.getLong(1), letter));
            }
        }
        return found;
    }

    /** The event's content as received; empty if the event is not parked here. */
    Optional<String> content(UUID event) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select payload from parked_event where event_id = ?")) {
                select.setObject(1, event);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new String(row.getBytes(1), UTF_8)) : Optional.empty();
                }
            }
        });
    }

    private static String storable(String reason) {
        return Jdbc.storable(
                reason.length() > MAX_REASON_CHARACTERS ? reason.substring(0, MAX_REASON_CHARACTERS) : reason);
    }
}
