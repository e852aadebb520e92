package coop.parasol.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the sessions of distribution's database that have begun a transaction are doing, looked at again and again: at work, waiting
 * for a lock, for the disk, or for their client's next statement.
 */
final class DatabaseWaits implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final Connection connection;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Thread sampler = Thread.ofPlatform().daemon().unstarted(this::sample);
    private volatile boolean stopped;

    /** @param connection of its own, closed at the end */
    DatabaseWaits(Connection connection) {
        this.connection = connection;
        sampler.start();
    }

    private void sample() {
        String sql = "select case when state = 'idle in transaction' then 'client''s next statement'"
                + " else coalesce(wait_event_type || ' ' || wait_event, 'at work') end, count(*)"
                + " from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                + " and backend_type = 'client backend' and state <> 'idle' group by 1";
        try (PreparedStatement look = connection.prepareStatement(sql)) {
            while (!stopped) {
                try (ResultSet rows = look.executeQuery()) {
                    while (rows.next()) {
                        seen.merge(rows.getString(1), rows.getInt(2), Integer::sum);
                    }
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shares of the time, largest first; to be called after {@link #close}. */
    String shares() {
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(5)
                .map(one -> "%s %.0f %%".formatted(one.getKey(), 100.0 * one.getValue() / all))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        try {
            sampler.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
