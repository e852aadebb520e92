package coop.parasol.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
import org.apache.kafka.common.TopicPartition;

/**
 * The table {@code parked_event}: events that could not be handled, and behind them the later events of the same aggregates,
 * in order. They are tried again by themselves, with growing pauses, and by {@link ParkedReplays#replay}.
 */
@ApplicationScoped
class ParkedEvents {

    private static final int MAX_REASON_CHARACTERS = 2000;

    private final DataSource database;
    private final Clock clock;
    private final Retries retries;

    /**
     * When a parked event is tried again by itself.
     *
     * @param first pause; doubled after each failure, up to {@code max}
     */
    record Retries(Duration first, Duration max) {}

    ParkedEvents(DataSource database, Clock clock, Retries retries) {
        this.database = database;
        this.clock = clock;
        this.retries = retries;
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

    /**
     * Parks an event.
     *
     * @param attempts how often it was tried
     * @param waitsBehindAnother of its aggregate, and so is not tried again by itself until that one is handled
     */
    DeadLetter insert(ReceivedEvent event, int attempts, String reason, boolean waitsBehindAnother) {
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
                                              parked_at, sequence, time, actor, causationid, correlationid, payload, retry_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
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
                insert.setObject(
                        16,
                        waitsBehindAnother
                                ? null
                                : letter.parkedAt().plus(retries.first()).atOffset(ZoneOffset.UTC));
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
                new Place(new TopicPartition(row.getString(9), row.getInt(10)), row.getLong(11), -1),
                new ReceivedEvent.Payload(row.getBytes(12)));
    }

    /** Removes the first parked event of an aggregate; the next one is to be tried at once. */
    void delete(ReceivedEvent event) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("""
                    with handled as (delete from parked_event where event_id = ? returning position)
                    update parked_event set retry_at = ?
                     where position = (select min(position) from parked_event
                                        where topic = ? and subject = ?
                                          and position > (select position from handled))""")) {
                delete.setObject(1, event.envelope().id());
                delete.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                delete.setString(3, event.topic());
                delete.setString(4, event.envelope().subject());
                return delete.executeUpdate();
            }
        });
    }

    /** Counts another failed attempt; the pause before the next is twice the last one. */
    void recordFailure(UUID event, String reason) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update parked_event
                       set attempts = attempts + 1, reason = ?,
                           retry_at = ?::timestamptz
                                      + least(? * power(2, least(attempts, 30)), ?) * interval '1 millisecond'
                     where event_id = ?""")) {
                update.setString(1, storable(reason));
                update.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                update.setLong(3, retries.first().toMillis());
                update.setLong(4, retries.max().toMillis());
                update.setObject(5, event);
                return update.executeUpdate();
            }
        });
    }

    /** Aggregates whose first parked event is to be tried again now, those that wait longest first. */
    List<ReceivedEvent.AggregateKey> due(int limit) {
        return Jdbc.execute(database, connection -> {
            List<ReceivedEvent.AggregateKey> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select topic, subject from parked_event where retry_at <= ? order by retry_at limit ?""")) {
                select.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                select.setInt(2, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new ReceivedEvent.AggregateKey(rows.getString(1), rows.getString(2)));
                    }
                }
            }
            return found;
        });
    }

    private static String storable(String reason) {
        return Jdbc.storable(
                reason.length() > MAX_REASON_CHARACTERS ? reason.substring(0, MAX_REASON_CHARACTERS) : reason);
    }
}
