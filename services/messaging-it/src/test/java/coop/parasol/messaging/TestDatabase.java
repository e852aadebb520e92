package coop.parasol.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own on the PostgreSQL of the test run, with messaging's tables. */
final class TestDatabase implements AutoCloseable {

    private final String name;

    TestDatabase(String name) {
        this.name = "messaging_" + name;
        admin("drop database if exists " + this.name + " with (force)");
        admin("create database " + this.name);
        Flyway.configure()
                .dataSource(dataSource())
                .locations("db/messaging")
                .load()
                .migrate();
    }

    /** Where the servers of the test run are, or those of a test that has its own, which sets a system property. */
    static @Nullable String setting(String name) {
        return System.getProperty(name, System.getenv(name));
    }

    static String url(String database) {
        return Objects.requireNonNull(setting("PARASOL_TEST_POSTGRES"), "PARASOL_TEST_POSTGRES") + "/" + database;
    }

    static String password() {
        return Objects.requireNonNullElse(setting("PARASOL_TEST_POSTGRES_PASSWORD"), "postgres");
    }

    /** Unpooled; every connection is a session of its own. */
    DataSource dataSource() {
        return dataSource(url(name));
    }

    static DataSource dataSource(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser("postgres");
        source.setPassword(password());
        source.setApplicationName("messaging-test");
        return source;
    }

    String name() {
        return name;
    }

    static void admin(String sql) {
        execute(dataSource(url("postgres")), sql);
    }

    void execute(String sql) {
        execute(dataSource(), sql);
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    String text(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the session that relays, as a crash of its process would. */
    void terminateRelaySession() {
        execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                + " and database = (select oid from pg_database where datname = current_database())");
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin("drop database if exists " + name + " with (force)");
    }
}
