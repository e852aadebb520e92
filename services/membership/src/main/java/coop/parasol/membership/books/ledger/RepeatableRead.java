package coop.parasol.membership.books.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Lets a transaction that only reads see the books as they are at one moment, without waiting for anybody. */
@ApplicationScoped
public class RepeatableRead {

    private final DataSource database;

    RepeatableRead(DataSource database) {
        this.database = database;
    }

    /**
     * Must come before any other statement of the transaction. So it does not go through Jdbi, which asks PostgreSQL for its
     * large objects' functions when it gets a connection for the first time.
     */
    public void begin() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        } catch (SQLException e) {
            throw new IllegalStateException("a transaction that reads the books cannot begin", e);
        }
    }
}
