package coop.parasol.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the sessions that have begun a transaction are doing, looked at again and again: at work, waiting for a lock, for the disk,
 * or for their client's next statement.
 */
public final class DatabaseWaits implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final Connection connection;
    private final String sql;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Thread sampler = Thread.ofPlatform().daemon().unstarted(this::sample);
    private int looks;
    private int looksWithLockWaits;
    private volatile boolean stopped;

    /** Whose sessions are looked at. */
    public enum Scope {
        /** those of the connection's own database */
        DATABASE("datname = current_database()"),
        /** those of all databases of the server */
        SERVER("datname is not null");

        private final String condition;

        Scope(String condition) {
            this.condition = condition;
        }
    }

    /** @param connection of its own, closed at the end */
    public DatabaseWaits(Connection connection, Scope scope) {
        this.connection = connection;
        this.sql = "select case when state = 'idle in transaction' then 'client''s next statement'"
                + " else coalesce(wait_event_type || ' ' || wait_event, 'at work') end, count(*)"
                + " from pg_stat_activity where " + scope.condition + " and pid <> pg_backend_pid()"
                + " and backend_type = 'client backend' and state <> 'idle' group by 1";
        sampler.start();
    }

    private void sample() {
        try (PreparedStatement look = connection.prepareStatement(sql)) {
            while (!stopped) {
                boolean lockWait = false;
                try (ResultSet rows = look.executeQuery()) {
                    while (rows.next()) {
                        seen.merge(rows.getString(1), rows.getInt(2), Integer::sum);
                        lockWait |= rows.getString(1).startsWith("Lock ");
                    }
                }
                looks++;
                looksWithLockWaits += lockWait ? 1 : 0;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In which part of the time some session waited for a lock of another, from 0 to 1; to be called after {@link #close}. */
    public double lockWaits() {
        return looks == 0 ? 0 : (double) looksWithLockWaits / looks;
    }

    /** Shares of the time, largest first; to be called after {@link #close}. */
    public String shares() {
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
