package coop.parasol.testing;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Data of several sizes side by side for a benchmark: schemas of the test database, each with all tables of the service. The
 * service uses one of them at a time, by the {@code search_path} of its connections; what holds a connection for long, such
 * as the relay, keeps the one it began with.
 */
@ApplicationScoped
public class BenchSchemas {

    private final DataSource database;
    private final Flyway flyway;
    private final SearchPath searchPath;

    BenchSchemas(DataSource database, Flyway flyway, SearchPath searchPath) {
        this.database = database;
        this.flyway = flyway;
        this.searchPath = searchPath;
    }

    /** Sets the search path each time a connection is taken from the pool, because pooled connections keep the earlier one. */
    @Singleton
    static class SearchPath implements AgroalPoolInterceptor {

        private volatile @Nullable String schema;

        @Override
        public void onConnectionAcquire(Connection connection) {
            String wanted = schema;
            if (wanted != null) {
                execute(connection, List.of("set search_path to " + wanted));
            }
        }
    }

    /** Creates an empty schema with the service's tables, in place of one of the same name. */
    public void make(String schema) {
        try (Connection connection = database.getConnection()) {
            execute(connection, List.of("drop schema if exists " + schema + " cascade"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(schema)
                .defaultSchema(schema)
                .load()
                .migrate();
    }

    /** The service uses this schema from now on. */
    public void use(String schema) {
        searchPath.schema = schema;
    }

    /** The service uses the schema {@code public} again, as in other tests. */
    public void leave() {
        use("public");
    }

    /**
     * Fills the schema in use with SQL, triggers disabled for speed, and checks the result.
     *
     * @param faults a query that counts the rows which the triggers would have refused; must be 0
     */
    public void fill(List<String> statements, String faults) {
        try (Connection connection = database.getConnection()) {
            execute(connection, List.of("set session_replication_role to replica"));
            execute(connection, statements);
            execute(connection, List.of("reset session_replication_role", "vacuum (analyze)", "checkpoint"));
            try (Statement statement = connection.createStatement();
                    var found = statement.executeQuery(faults)) {
                if (!found.next() || found.getLong(1) != 0) {
                    throw new IllegalStateException("the generated rows break the rules that the triggers enforce");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, List<String> statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
