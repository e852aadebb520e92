package coop.parasol.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Plain JDBC on the connection of the present transaction. Messaging uses no SQL library, so that it works in any service
 * and, in tests, without a container.
 */
final class Jdbc {

    private Jdbc() {}

    /** Statements on a connection. */
    @FunctionalInterface
    interface Operation<T> {
        T execute(Connection connection) throws SQLException;
    }

    /** The database refused a statement or is away; the cause says which. */
    static final class DatabaseException extends RuntimeException {
        DatabaseException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** @throws DatabaseException if the operation fails */
    static <T> T execute(DataSource database, Operation<T> operation) {
        try (Connection connection = database.getConnection()) {
            return operation.execute(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The text with U+FFFD in place of what PostgreSQL cannot store: NUL, and halves of surrogate pairs. */
    static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
