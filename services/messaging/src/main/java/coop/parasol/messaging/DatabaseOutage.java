package coop.parasol.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database from failures of what was tried. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    /**
     * Whether the database does not answer, or rolled this attempt back for a reason of its own.
     *
     * @param patience for its answer
     */
    static boolean isCauseOf(Throwable failure, DataSource database, Duration patience) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isTransient(sql.getSQLState())) {
                return true;
            }
        }
        try (Connection connection = database.getConnection()) {
            return !connection.isValid((int) patience.toSeconds() + 1);
        } catch (SQLException e) {
            return true;
        }
    }

    /**
     * PostgreSQL's SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), 40 (deadlock, serialisation), 55P03 (lock
     * not available), and 25P03 (idle in transaction for too long); null when the pool gave no connection.
     */
    private static boolean isTransient(@Nullable String sqlState) {
        return sqlState == null
                || sqlState.startsWith("08")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57P")
                || sqlState.startsWith("40")
                || sqlState.equals("55P03")
                || sqlState.equals("25P03");
    }
}
