package coop.parasol.local.simulation;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How many events each service is behind: those that it has decided and not sent, and those of others' topics that it has not handled.
 * Read in the services' databases.
 */
final class ServiceLag implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Map<Component, Connection> databases = new EnumMap<>(Component.class);

    /** A partition of a topic. */
    private record Partition(String topic, int number) {}

    ServiceLag(Installation installation) throws SQLException {
        for (Component service : Component.services()) {
            databases.put(service, installation.connectAsAdministrator(service.id()));
        }
    }

    /** Events by service; of one moment nearly. */
    synchronized Map<Component, Long> now() {
        try {
            Map<Partition, Long> sent = new HashMap<>();
            for (Connection database : databases.values()) {
                sent.putAll(positions(database, "select topic, partition, \"offset\" + 1 from sent_position"));
            }
            Map<Component, Long> behind = new EnumMap<>(Component.class);
            for (Map.Entry<Component, Connection> service : databases.entrySet()) {
                Map<Partition, Long> handled =
                        positions(service.getValue(), "select topic, partition, next_offset from consumer_position");
                long unhandled = sent.entrySet().stream()
                        .filter(topic -> handled.keySet().stream()
                                .anyMatch(read ->
                                        read.topic().equals(topic.getKey().topic())))
                        .mapToLong(topic -> topic.getValue() - handled.getOrDefault(topic.getKey(), 0L))
                        .filter(events -> events > 0)
                        .sum();
                behind.put(service.getKey(), unhandled + count(service.getValue(), "select count(*) from outbox"));
            }
            return behind;
        } catch (SQLException e) {
            throw new IllegalStateException("how far the services are behind could not be read", e);
        }
    }

    /** How many events all services have sent so far. */
    synchronized long sent() {
        try {
            long sent = 0;
            for (Connection database : databases.values()) {
                sent += count(database, "select coalesce(sum(\"offset\" + 1), 0) from sent_position");
            }
            return sent;
        } catch (SQLException e) {
            throw new IllegalStateException("how much was sent could not be read", e);
        }
    }

    /** A number that a service's database knows. */
    synchronized long count(Component service, String sql) {
        try {
            return count(database(service), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(service.id() + " was not counted", e);
        }
    }

    /** Changes a service's database, for what no call can prepare. */
    synchronized void execute(Component service, String sql) {
        try (PreparedStatement statement = database(service).prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(service.id() + " was not prepared", e);
        }
    }

    private Connection database(Component service) {
        Connection database = databases.get(service);
        if (database == null) {
            throw new IllegalArgumentException(service + " has no database");
        }
        return database;
    }

    /**
     * Waits until no service is behind, twice in a row: what one has handled another may hear of.
     *
     * @throws OperatorException if one still is after twenty minutes
     */
    void awaitNone() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        while (quiet < 2) {
            Map<Component, Long> behind = now();
            quiet = behind.values().stream().allMatch(events -> events == 0) ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new OperatorException(
                        "After " + PATIENCE.toMinutes() + " minutes services are still behind: "
                                + behind
                                + ".\nWhat to do: look at their logs in the folder that is printed above; simulate less with --scale.");
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while waiting for the services.", e);
        }
    }

    private static Map<Partition, Long> positions(Connection database, String sql) throws SQLException {
        Map<Partition, Long> positions = new HashMap<>();
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                positions.put(new Partition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return positions;
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection database : databases.values()) {
            database.close();
        }
    }
}
