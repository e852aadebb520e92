package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator asks of a service by the tables in its database. */
class MessagingTablesTest {

    private static final String DATABASE = "messaging_tables";

    private final Installation installation = TestInstallation.installation();

    @TempDir
    Path home;

    @BeforeEach
    void makeTables() throws SQLException {
        execute("postgres", "drop database if exists " + DATABASE);
        execute("postgres", "create database " + DATABASE);
        execute("create table resend_request (since timestamptz not null)");
        execute("create table consumer_position (topic text, next_offset bigint)");
        execute("create table administrative_act (time timestamptz, actor text, act text, subject text)");
        execute("create table parked_event (event_id uuid)");
        execute("create table rebuild (id bigint generated always as identity, compares_only boolean,"
                + " started_at timestamptz, records bigint default 3, total bigint default 4, events bigint default 2,"
                + " finished_at timestamptz, succeeded boolean, result text)");
        execute("create unique index on rebuild ((true)) where finished_at is null");
    }

    @AfterEach
    void dropTables() throws SQLException {
        execute("postgres", "drop database " + DATABASE);
    }

    @Test
    void events_of_the_last_days_are_asked_for_again() throws SQLException {
        tables().requestResend(Duration.ofDays(2));

        assertThat(number("select extract(epoch from now() - since) / 3600 from resend_request"))
                .isBetween(47L, 49L);
    }

    @Test
    void events_of_no_days_are_not_asked_for() throws SQLException {
        assertThatThrownBy(() -> tables().requestResend(Duration.ofDays(-1)))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("--days 7");
        assertThat(number("select count(*) from resend_request")).isZero();
    }

    @Test
    void positions_are_forgotten() throws SQLException {
        execute("insert into consumer_position values ('membership.members', 12)");

        tables().forgetPositions();

        assertThat(number("select count(*) from consumer_position")).isZero();
        assertThat(number("select count(*) from administrative_act where act = 'REWIND' and actor = 'operator:"
                        + System.getProperty("user.name") + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_rebuild_is_asked_for_once_and_followed() throws SQLException {
        long id = tables().requestRebuild(true);

        assertThat(tables().requestRebuild(false)).isEqualTo(id);
        assertThat(number("select count(*) from rebuild where compares_only")).isEqualTo(1);
        assertThat(tables().rebuild(id)).satisfies(waiting -> {
            assertThat(waiting.hasBegun()).isFalse();
            assertThat(waiting.records()).isEqualTo(3);
            assertThat(waiting.total()).isEqualTo(4);
            assertThat(waiting.events()).isEqualTo(2);
            assertThat(waiting.result()).isNull();
        });

        execute("update rebuild set started_at = now() - interval '3 s', finished_at = now(), succeeded = true, result"
                + " = 'x'");
        assertThat(tables().rebuild(id)).satisfies(done -> {
            assertThat(done.succeeded()).isTrue();
            assertThat(done.result()).isEqualTo("x");
            assertThat(done.seconds()).isEqualTo(3);
        });
        assertThat(tables().requestRebuild(false)).isGreaterThan(id);
    }

    @Test
    void parked_events_are_counted() throws SQLException {
        execute("insert into parked_event select gen_random_uuid() from generate_series(1, 3)");

        assertThat(tables().parkedEvents()).isEqualTo(3);
    }

    @Test
    void what_a_service_has_not_made_yet_it_makes_at_its_start() {
        assertThatThrownBy(() -> tables().restoredEvents())
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("./parasol start quality");
    }

    @Test
    void only_a_service_sends_events() {
        assertThatThrownBy(() -> new MessagingTables(installation, Component.KEYCLOAK))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("membership, quality");
    }

    @Test
    void without_postgres_the_message_says_how_to_start_it() {
        Installation none = Installation.at(home, home, Ports.from(Map.of()));

        assertThatThrownBy(() -> new MessagingTables(none, Component.QUALITY))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("./parasol up --servers-only");
    }

    private MessagingTables tables() {
        return new MessagingTables(installation, Component.QUALITY, DATABASE);
    }

    private void execute(String sql) throws SQLException {
        execute(DATABASE, sql);
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = installation.connectAsAdministrator(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = installation.connectAsAdministrator(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
