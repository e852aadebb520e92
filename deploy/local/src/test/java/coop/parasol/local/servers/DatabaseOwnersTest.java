package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A start completes what an interrupted earlier one has left undone. */
class DatabaseOwnersTest {

    private static final String NAME = "half_made";
    private static final Installation INSTALLATION = TestInstallation.installation();

    @AfterEach
    void drop() throws SQLException {
        administrate("DROP DATABASE IF EXISTS " + NAME, "DROP ROLE IF EXISTS " + NAME);
    }

    @Test
    void a_user_without_a_database_gets_one() throws SQLException {
        administrate("CREATE USER " + NAME);

        ensure("first");

        assertThat(owner("first")).isEqualTo(NAME);
    }

    @Test
    void public_access_to_a_database_is_revoked() throws SQLException {
        ensure("first");
        administrate("GRANT CONNECT ON DATABASE " + NAME + " TO PUBLIC");

        ensure("first");

        assertThatThrownBy(() -> connect("quality", INSTALLATION.secrets().get("database.quality")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void the_password_is_set_to_that_of_the_secrets() throws SQLException {
        ensure("first");
        ensure("second");

        assertThat(owner("second")).isEqualTo(NAME);
        assertThatThrownBy(() -> owner("first")).hasMessageContaining("password authentication failed");
    }

    @Test
    void a_password_that_could_not_be_set_is_not_logged() throws SQLException, IOException {
        ensure("first");
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = on");

            assertThatThrownBy(() -> new DatabaseOwners(connection).ensure(NAME, "kept-out-of-it"))
                    .hasMessageContaining("ALTER ROLE");
        }

        Path log = INSTALLATION.processes().log(Component.POSTGRES);
        // written by a process of its own, some time after the statement has failed
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(log).content().contains("cannot execute ALTER ROLE in a read-only transaction"));
        assertThat(log).content().doesNotContain("kept-out-of-it");
    }

    private static void ensure(String password) throws SQLException {
        try (Connection connection = connect("postgres")) {
            new DatabaseOwners(connection).ensure(NAME, password);
        }
    }

    private static void administrate(String... statements) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private static String owner(String password) throws SQLException {
        try (Connection connection = connect(NAME, password);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                INSTALLATION.jdbcUrl(database),
                "postgres",
                INSTALLATION.secrets().get("database.admin"));
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(INSTALLATION.jdbcUrl(NAME), user, password);
    }
}
