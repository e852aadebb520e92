package coop.parasol.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a service has decided on a topic and another has not handled yet: events to send, and events to handle. */
final class TopicBacklog {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Connection decider;
    private final Connection consumer;
    private final String topic;

    /** @param decider database of the service whose topic it is */
    TopicBacklog(Connection decider, Connection consumer, String topic) {
        this.decider = decider;
        this.consumer = consumer;
        this.topic = topic;
    }

    /** Something to wait for. */
    interface Condition {
        boolean isTrue() throws SQLException;
    }

    /** Looks every few milliseconds. */
    static void await(Condition condition) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.isTrue()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the backlog is not empty after " + PATIENCE);
            }
            Thread.sleep(10);
        }
    }

    static boolean isTrue(Connection database, String sql) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    boolean isEmpty() throws SQLException {
        return isTrue(decider, "select not exists (select from outbox)")
                && handled()
                        .equals(positions(
                                decider, "select partition, \"offset\" + 1 from sent_position where topic = ?"));
    }

    /** How many events of the topic the consumer has dealt with so far. */
    long count() throws SQLException {
        return handled().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<Integer, Long> handled() throws SQLException {
        return positions(consumer, "select partition, next_offset from consumer_position where topic = ?");
    }

    private Map<Integer, Long> positions(Connection database, String sql) throws SQLException {
        Map<Integer, Long> positions = new HashMap<>();
        try (PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, topic);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(2) > 0) {
                        positions.put(rows.getInt(1), rows.getLong(2));
                    }
                }
            }
        }
        return positions;
    }
}
