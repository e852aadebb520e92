package coop.parasol.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which types of events have been skipped in a partition, because whoever consumed it had no handler for them. Each position
 * says which handlers the instance had that moved it last ({@code handler_set}). An instance with other handlers that takes a
 * position over notes up to where its own types were skipped; {@link CatchUp} reads them from the start up to there. An instance
 * of an earlier release may take it back during an upgrade: then the next one notes the later end.
 */
@ApplicationScoped
class TypePositions {

    private static final String MINE_WERE_SKIPPED = """
            insert into type_position (type, topic, partition, next_offset, until_offset)
            select mine.type, c.topic, c.partition, 0, c.next_offset
              from consumer_position c
              join handler_set mine on mine.id = ? and mine.topic = c.topic
             where (c.topic, c.partition) in (select * from unnest(?::text[], ?::integer[]))
               and c.handler_set <> mine.id
               and not exists (select from handler_set other where other.id = c.handler_set and other.type = mine.type)
            on conflict (topic, partition, type) do update set until_offset = excluded.until_offset
            """;

    private static final String OTHERS_WERE_HANDLED = """
            insert into type_position (type, topic, partition, next_offset, until_offset)
            select other.type, c.topic, c.partition, c.next_offset, c.next_offset
              from consumer_position c
              join handler_set other on other.id = c.handler_set and other.topic = c.topic
             where (c.topic, c.partition) in (select * from unnest(?::text[], ?::integer[]))
               and not exists (select from handler_set mine where mine.id = ? and mine.type = other.type)
            on conflict (topic, partition, type) do update
               set next_offset = excluded.next_offset, until_offset = excluded.until_offset
             where type_position.next_offset = type_position.until_offset
            """;

    private static final String TAKE_OVER = """
            update consumer_position c set handler_set = ?
             where (c.topic, c.partition) in (select * from unnest(?::text[], ?::integer[]))
            """;

    private final DataSource database;
    private final Map<String, String> topicByType = new HashMap<>();
    private final UUID handlerSet;

    /** A partition in which types of this service are to be caught up, from an offset on. */
    record Skipped(TopicPartition partition, long from, Set<String> types) {}

    TypePositions(
            DataSource database,
            Handlers handlers,
            @ConfigProperty(name = "parasol.topic-prefix") Optional<String> prefix) {
        this.database = database;
        handlers.topicByType().forEach((type, topic) -> topicByType.put(type, prefix.orElse("") + topic));
        handlerSet = UUID.nameUUIDFromBytes(
                String.join("\n", topicByType.keySet().stream().sorted().toList())
                        .getBytes(UTF_8));
    }

    /** The topics of these types, with the installation's prefix. */
    Set<String> topics() {
        return new TreeSet<>(topicByType.values());
    }

    /** Identifies the types that this instance has handlers for. */
    UUID handlerSet() {
        return handlerSet;
    }

    /** Notes which types this instance handles, so that others can compare. */
    void register(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into handler_set (id, type, topic)
                select ?, * from unnest(?::text[], ?::text[]) order by 2 on conflict do nothing""")) {
            List<String> types = List.copyOf(topicByType.keySet());
            insert.setObject(1, handlerSet);
            insert.setArray(2, connection.createArrayOf("text", types.toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", types.stream().map(topicByType::get).toArray()));
            insert.executeUpdate();
        }
    }

    /** Takes over locked positions that an instance with other handlers has moved. */
    void takeOver(Connection connection, List<TopicPartition> others) throws SQLException {
        if (others.isEmpty()) {
            return;
        }
        register(connection);
        try (PreparedStatement skipped = connection.prepareStatement(MINE_WERE_SKIPPED);
                PreparedStatement handled = connection.prepareStatement(OTHERS_WERE_HANDLED);
                PreparedStatement taken = connection.prepareStatement(TAKE_OVER)) {
            skipped.setObject(1, handlerSet);
            ConsumerPositions.bind(skipped, 2, others);
            skipped.executeUpdate();
            ConsumerPositions.bind(handled, 1, others);
            handled.setObject(3, handlerSet);
            handled.executeUpdate();
            taken.setObject(1, handlerSet);
            ConsumerPositions.bind(taken, 2, others);
            taken.executeUpdate();
        }
    }

    /** Partitions whose position was moved last by an instance that has no handler for a type of this one. */
    Set<TopicPartition> movedWithoutMine() {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select c.topic, c.partition from consumer_position c
                     where c.handler_set <> ? and c.next_offset > 0
                       and exists (select from unnest(?::text[], ?::text[]) as mine (type, topic)
                                    where mine.topic = c.topic
                                      and not exists (select from handler_set other
                                                       where other.id = c.handler_set and other.type = mine.type))""")) {
                List<String> types = List.copyOf(topicByType.keySet());
                select.setObject(1, handlerSet);
                select.setArray(2, connection.createArrayOf("text", types.toArray()));
                select.setArray(
                        3,
                        connection.createArrayOf(
                                "text", types.stream().map(topicByType::get).toArray()));
                return new HashSet<>(partitions(select));
            }
        });
    }

    private static List<TopicPartition> partitions(PreparedStatement select) throws SQLException {
        List<TopicPartition> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new TopicPartition(row.getString(1), row.getInt(2)));
            }
        }
        return found;
    }

    /** The types that are not caught up yet, by partition. */
    Map<TopicPartition, Set<String>> waiting(Connection connection, Collection<TopicPartition> locked)
            throws SQLException {
        Map<TopicPartition, Set<String>> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select topic, partition, type from type_position
                 where (topic, partition) in (select * from unnest(?::text[], ?::integer[])) and next_offset < until_offset""")) {
            ConsumerPositions.bind(select, 1, locked);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(new TopicPartition(row.getString(1), row.getInt(2)), _ -> new HashSet<>())
                            .add(row.getString(3));
                }
            }
        }
        return found;
    }

    /** The types that wait are to be caught up to the positions that have moved meanwhile, too. */
    void extend(Connection connection, List<Place> moved) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update type_position t set until_offset = m.next_offset
                  from unnest(?::text[], ?::integer[], ?::bigint[]) as m (topic, partition, next_offset)
                 where t.topic = m.topic and t.partition = m.partition and t.next_offset < t.until_offset""")) {
            ConsumerPositions.bindPlaces(update, moved);
            update.executeUpdate();
        }
    }

    /** Where types of this service are to be caught up. */
    List<Skipped> skipped() {
        return Jdbc.execute(database, connection -> {
            List<Skipped> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select topic, partition, min(next_offset), array_agg(type)
                      from type_position where next_offset < until_offset and type = any (?)
                     group by topic, partition order by topic, partition""")) {
                select.setArray(
                        1, connection.createArrayOf("text", topicByType.keySet().toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Skipped(
                                new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3), Set.of((String[])
                                        row.getArray(4).getArray())));
                    }
                }
            }
            return found;
        });
    }
}
