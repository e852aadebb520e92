package coop.parasol.messaging;

import coop.parasol.messaging.TopicLogs.TopicLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this service has consumed each partition, in its own database: a position moves in the transaction of the effect, so
 * that a restored database continues where it stood, and a second instance that has the same batch skips it. A position moves
 * over what was received without a gap only; behind a gap it stays, and the consumer is sent back to it ({@link #takeGaps}).
 */
@ApplicationScoped
class ConsumerPositions implements Progress {

    private final DataSource database;
    private final TypePositions types;
    private final Map<TopicPartition, Gap> gaps = new ConcurrentHashMap<>();

    /** @param epoch leader epoch of the last consumed record; -1 for none */
    record Position(long nextOffset, int epoch) {
        static final Position START = new Position(0, -1);

        /** A lower offset of a later leader epoch is new: the log was cut back and written on. */
        boolean isBefore(Place place) {
            return place.offset() >= nextOffset || isCutBackFor(place);
        }

        private boolean isCutBackFor(Place place) {
            return place.epoch() > epoch && epoch >= 0;
        }
    }

    /** @param handlerSet of the instance that moved it last */
    private record Stored(Position position, UUID handlerSet) {}

    /** Records that were received although the one at {@code expected} had not been. */
    record Gap(long expected, long received) {}

    ConsumerPositions(DataSource database, TypePositions types) {
        this.database = database;
        this.types = types;
    }

    @Override
    public Locked lock(Set<TopicPartition> partitions) {
        return Jdbc.execute(database, connection -> {
            Map<TopicPartition, Stored> found = select(connection, partitions, " for update");
            if (found.size() < partitions.size()) {
                begin(connection, partitions);
                found = select(connection, partitions, " for update");
            }
            types.takeOver(connection, movedByOthers(found));
            return new LockedPositions(positions(found), types.waiting(connection, partitions));
        });
    }

    private void begin(Connection connection, Set<TopicPartition> partitions) throws SQLException {
        types.register(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into consumer_position (topic, partition, next_offset, leader_epoch, handler_set)
                select topic, partition, 0, -1, ? from unnest(?::text[], ?::integer[]) as p (topic, partition)
                 order by topic, partition on conflict do nothing""")) {
            insert.setObject(1, types.handlerSet());
            bind(insert, 2, partitions);
            insert.executeUpdate();
        }
    }

    private final class LockedPositions implements Locked {

        private final Map<TopicPartition, Position> positions;
        private final Map<TopicPartition, Set<String>> waitingTypes;

        LockedPositions(Map<TopicPartition, Position> positions, Map<TopicPartition, Set<String>> waitingTypes) {
            this.positions = positions;
            this.waitingTypes = waitingTypes;
        }

        private Position position(Place place) {
            return positions.getOrDefault(place.partition(), Position.START);
        }

        /** A type whose earlier events are still being caught up waits, so that its later ones do not overtake them. */
        @Override
        public boolean isNew(ReceivedEvent event) {
            return position(event.place()).isBefore(event.place())
                    && !waitingTypes
                            .getOrDefault(event.place().partition(), Set.of())
                            .contains(event.envelope().type());
        }

        @Override
        public void advance(Collection<Span> spans) {
            List<Place> moved = new ArrayList<>();
            for (Span span : spans) {
                Position position = position(span.first());
                if (span.first().offset() > position.nextOffset()) {
                    gaps.put(
                            span.partition(),
                            new Gap(position.nextOffset(), span.first().offset()));
                } else if (position.isBefore(span.last())) {
                    moved.add(span.last());
                }
            }
            if (!moved.isEmpty()) {
                moved.sort(
                        Comparator.comparing((Place place) -> place.partition().topic())
                                .thenComparingInt(place -> place.partition().partition()));
                Jdbc.execute(database, connection -> {
                    move(connection, moved);
                    if (!waitingTypes.isEmpty()) {
                        types.extend(connection, moved);
                    }
                    return moved;
                });
            }
        }

        private void move(Connection connection, List<Place> moved) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement("""
                    update consumer_position c set next_offset = m.next_offset, leader_epoch = m.leader_epoch
                      from unnest(?::text[], ?::integer[], ?::bigint[], ?::integer[])
                           as m (topic, partition, next_offset, leader_epoch)
                     where c.topic = m.topic and c.partition = m.partition""")) {
                bindPlaces(update, moved);
                update.setArray(4, connection.createArrayOf("integer", of(moved, Place::epoch)));
                update.executeUpdate();
            }
        }
    }

    private List<TopicPartition> movedByOthers(Map<TopicPartition, Stored> found) {
        return found.entrySet().stream()
                .filter(stored -> !stored.getValue().handlerSet().equals(types.handlerSet()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<TopicPartition, Position> positions(Map<TopicPartition, Stored> found) {
        Map<TopicPartition, Position> positions = new HashMap<>();
        found.forEach((partition, stored) -> positions.put(partition, stored.position()));
        return positions;
    }

    private static Map<TopicPartition, Stored> select(
            Connection connection, Collection<TopicPartition> partitions, String lock) throws SQLException {
        Map<TopicPartition, Stored> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select c.topic, c.partition, next_offset, leader_epoch, handler_set
                  from consumer_position c
                 where (c.topic, c.partition) in (select * from unnest(?::text[], ?::integer[]))
                 order by c.topic, c.partition""" + lock)) {
            bind(select, 1, partitions);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new TopicPartition(row.getString(1), row.getInt(2)),
                            new Stored(new Position(row.getLong(3), row.getInt(4)), row.getObject(5, UUID.class)));
                }
            }
        }
        return found;
    }

    /** The positions of these partitions; none for one that was never consumed. */
    Map<TopicPartition, Position> find(Collection<TopicPartition> partitions) {
        return Jdbc.execute(database, connection -> positions(select(connection, partitions, "")));
    }

    /** The gaps that were met since this was last asked, by partition. */
    Map<TopicPartition, Gap> takeGaps() {
        Map<TopicPartition, Gap> taken = Map.copyOf(gaps);
        taken.forEach(gaps::remove);
        return taken;
    }

    /** Moves a position up to the first record that its partition still has. */
    void skipTo(TopicPartition partition, long offset) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update consumer_position set next_offset = ? where topic = ? and partition = ? and next_offset < ?""")) {
                update.setLong(1, offset);
                update.setString(2, partition.topic());
                update.setInt(3, partition.partition());
                update.setLong(4, offset);
                return update.executeUpdate();
            }
        });
    }

    /**
     * Begins at the start of each topic whose id is not the one that its positions are of: it was replaced. Returns those topics.
     *
     * @param logs by topic
     */
    Set<String> beginReplacedTopics(Map<String, TopicLog> logs) {
        return Jdbc.execute(database, connection -> {
            Set<String> replaced = new TreeSet<>();
            if (areOf(connection, logs)) {
                return replaced;
            }
            try (PreparedStatement changed = connection.prepareStatement("""
                            with begun as (update consumer_position set topic_id = ?, next_offset = 0, leader_epoch = -1
                                            where topic = ? and topic_id <> ? returning topic),
                                 all_again as (update type_position set next_offset = 0, until_offset = 0
                                                where topic in (select topic from begun))
                            select topic from begun""");
                    PreparedStatement first = connection.prepareStatement(
                            "update consumer_position set topic_id = ? where topic = ? and topic_id is null")) {
                for (Map.Entry<String, TopicLog> log : logs.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
                    changed.setString(1, log.getValue().id());
                    changed.setString(2, log.getKey());
                    changed.setString(3, log.getValue().id());
                    try (ResultSet row = changed.executeQuery()) {
                        while (row.next()) {
                            replaced.add(row.getString(1));
                        }
                    }
                    first.setString(1, log.getValue().id());
                    first.setString(2, log.getKey());
                    first.executeUpdate();
                }
                return replaced;
            }
        });
    }

    /** Whether all positions are of these topics: nearly always, so that it is found out by one look. */
    private static boolean areOf(Connection connection, Map<String, TopicLog> logs) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement("""
                select exists (select from consumer_position c
                                 join unnest(?::text[], ?::text[]) as l (topic, id) on l.topic = c.topic
                                where c.topic_id is distinct from l.id)""")) {
            List<Map.Entry<String, TopicLog>> all = List.copyOf(logs.entrySet());
            look.setArray(
                    1,
                    connection.createArrayOf(
                            "text", all.stream().map(Map.Entry::getKey).toArray()));
            look.setArray(
                    2,
                    connection.createArrayOf(
                            "text", all.stream().map(log -> log.getValue().id()).toArray()));
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return !row.getBoolean(1);
            }
        }
    }

    static void bind(PreparedStatement statement, int first, Collection<TopicPartition> partitions)
            throws SQLException {
        Connection connection = statement.getConnection();
        List<TopicPartition> all = List.copyOf(partitions);
        statement.setArray(
                first,
                connection.createArrayOf(
                        "text", all.stream().map(TopicPartition::topic).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf(
                        "integer", all.stream().map(TopicPartition::partition).toArray()));
    }

    /** Binds topics, partitions, and the offsets behind these places as the first three parameters. */
    static void bindPlaces(PreparedStatement statement, List<Place> places) throws SQLException {
        bind(statement, 1, places.stream().map(Place::partition).toList());
        statement.setArray(
                3, statement.getConnection().createArrayOf("bigint", of(places, place -> place.offset() + 1)));
    }

    private static Object[] of(List<Place> places, Function<Place, Object> part) {
        return places.stream().map(part).toArray();
    }
}
