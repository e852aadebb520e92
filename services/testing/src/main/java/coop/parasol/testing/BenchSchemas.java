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
 * Databases of a service of given sizes side by side, each a schema of its own in the one that is tested. The whole
 * service works in one of them at a time; only what holds a connection for long, as the relay, stays where it was.
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

    /** Tells connections where to look, each time that one is taken: a pool keeps what it has when the schema changes. */
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

    /** An empty schema of the service, instead of the one that may be there. */
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

    /** From here on the service works in this schema. */
    public void use(String schema) {
        searchPath.schema = schema;
    }

    /** The service works again where it is tested. */
    public void leave() {
        use("public");
    }

    /**
     * Fills the schema in use, with the triggers off while it loads.
     *
     * @param faults a query for a number that is not 0 if something is there that the triggers would have refused
     */
    public void fill(List<String> statements, String faults) {
        try (Connection connection = database.getConnection()) {
            execute(connection, List.of("set session_replication_role to replica"));
            execute(connection, statements);
            execute(connection, List.of("reset session_replication_role", "vacuum (analyze)", "checkpoint"));
            try (Statement statement = connection.createStatement();
                    var found = statement.executeQuery(faults)) {
                if (!found.next() || found.getLong(1) != 0) {
                    throw new IllegalStateException("what was filled in breaks the laws");
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
