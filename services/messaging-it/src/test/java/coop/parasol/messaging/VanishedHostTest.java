package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The host of an instance vanishes: no packet of it arrives any more, not even the end of its connections. It has an address of
 * its own here, which the kernel is told to drop. Its connections have the settings that every service has.
 */
@Tag("full")
class VanishedHostTest {

    /** Safety target: an instance that is gone without a word gives its locks up in this time. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADDRESS = "127.0.0.77";
    private static final String PREFIX = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    private final Fixture fixture = new Fixture("vanished_host");
    private final Path access = Path.of(fixture.database.text("show hba_file"));
    private byte[] accessBefore = new byte[0];

    @BeforeEach
    void letTheHostIn() throws IOException, InterruptedException {
        assumeTrue(
                isPossible(),
                "this test makes the kernel drop an address, so it needs the user root and the command ip");
        accessBefore = Files.readAllBytes(access);
        Files.writeString(access, "\nhost all all " + ADDRESS + "/32 trust\n", StandardOpenOption.APPEND);
        fixture.database.execute("select pg_reload_conf()");
    }

    @AfterEach
    void comeBack() throws IOException, InterruptedException {
        if (accessBefore.length > 0) {
            LoopDisk.run("ip", "route", "flush", "table", "local", "type", "blackhole", "exact", ADDRESS + "/32");
            Files.write(access, accessBefore);
            fixture.database.execute("select pg_reload_conf()");
        }
        fixture.close();
    }

    @Test
    void another_instance_relays_within_thirty_seconds_and_nothing_is_lost() throws Exception {
        Relay vanishing = fixture.relay(onTheHost(), MessagingConfiguration.clients(TestKafka.access()));
        vanishing.start();
        await().atMost(PATIENCE).until(vanishing::isLeader);
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        vanishing.wake();
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);

        vanish();
        fixture.relay.start();
        fixture.append(Fixture.event(UUID.randomUUID(), 2));
        await().atMost(GIVEN_UP).until(fixture.relay::isLeader);
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);

        assertThat(fixture.kafka.all().stream().map(event -> Fixture.number(event.value())))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_row_that_it_has_locked_is_free_within_thirty_seconds() throws Exception {
        fixture.database.execute("create table product (id integer primary key, sold integer not null)");
        fixture.database.execute("insert into product values (1, 0)");
        Connection gone = onTheHost().getConnection();
        try (Statement statement = gone.createStatement()) {
            gone.setAutoCommit(false);
            statement.execute("update product set sold = 5");

            vanish();
            await().atMost(GIVEN_UP).until(this::isSold);

            assertThat(fixture.database.number("select sold from product")).isEqualTo(1);
        } finally {
            gone.abort(Runnable::run);
        }
    }

    private boolean isSold() {
        try (Connection connection = fixture.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '1s'");
            return statement.executeUpdate("update product set sold = sold + 1") == 1;
        } catch (SQLException locked) {
            return false;
        }
    }

    private static boolean isPossible() {
        return System.getProperty("user.name").equals("root")
                && (Files.isExecutable(Path.of("/usr/sbin/ip")) || Files.isExecutable(Path.of("/sbin/ip")));
    }

    private static void vanish() throws IOException, InterruptedException {
        LoopDisk.run("ip", "route", "add", "table", "local", "blackhole", ADDRESS + "/32");
    }

    /** Connections from the host that will vanish, with what a service sets. */
    private DataSource onTheHost() throws IOException {
        PGSimpleDataSource source = (PGSimpleDataSource) fixture.database.dataSource();
        source.setLocalSocketAddress(ADDRESS);
        Properties settings = new Properties();
        try (InputStream file =
                Files.newInputStream(Path.of("../web/src/main/resources/META-INF/microprofile-config.properties"))) {
            settings.load(file);
        }
        source.setTcpKeepAlive(Boolean.parseBoolean(settings.getProperty(PREFIX + "tcpKeepAlive")));
        source.setOptions(settings.getProperty(PREFIX + "options"));
        return source;
    }
}
