package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Starter;
import coop.parasol.local.servers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The power fails under PostgreSQL and a Kafka broker that stands alone. Their data is on a disk of its own; what is on it when
 * both are frozen is what they start from again. PostgreSQL has flushed each commit, Kafka has flushed nothing.
 */
@Tag("full")
class BrokerPowerCutTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 600;

    private final UUID member = new UUID(1, 1);

    @Test
    void what_kafka_had_acknowledged_and_lost_is_sent_again_in_order_and_has_its_effect_once() throws Exception {
        assumeTrue(
                LoopDisk.isPossible(),
                "this test mounts a disk of its own, so it needs the user root and a free loop device");
        TestServers servers = TestServers.temporary(root(), "power-cut", System.out::println);
        Path home = servers.installation().home();
        try {
            LoopDisk disk = LoopDisk.create(home.resolve("disk"), "2G");
            disk.mount(data(servers));
            servers.startPostgresAndKafka();
            servers.environment().forEach(System::setProperty);
            cutThePower(servers, disk);
        } finally {
            servers.environment().keySet().forEach(System::clearProperty);
            servers.stop();
            LoopDisk.unmount(data(servers));
            LoopDisk.run("rm", "-rf", home.toString());
        }
    }

    private void cutThePower(TestServers servers, LoopDisk disk) throws Exception {
        Fixture fixture = new Fixture("power_cut");
        Consumption consumption = new Consumption(fixture, 1);
        fixture.relay.start();
        append(fixture, 0, EVENTS / 2);
        consumption.run(EVENTS / 2);
        append(fixture, EVENTS / 2, EVENTS);
        assertThat(numbers(fixture)).hasSize(EVENTS);

        signal(servers, "-STOP");
        LoopDisk rest = disk.copy(servers.installation().home().resolve("disk-after-the-cut"));
        fixture.relay.close();
        signal(servers, "-KILL");
        await().atMost(PATIENCE)
                .until(() -> servers.installation()
                        .processes()
                        .running(Component.KAFKA)
                        .isEmpty());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            LoopDisk.unmount(data(servers));
            return true;
        });
        rest.mount(data(servers));
        new Starter(servers.installation(), Map.of(), System.out::println).startPostgresAndKafka(true);

        assertThat(numbers(fixture)).as("what Kafka still has").hasSizeLessThan(EVENTS);
        List<Long> all = LongStream.rangeClosed(0, EVENTS).boxed().toList();
        // the connection of before is broken, and so notices it
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            fixture.append(Fixture.event(member, EVENTS));
            return true;
        });
        fixture.relay().start();
        await().atMost(PATIENCE)
                .until(() -> fixture.unsent() == 0 && numbers(fixture).contains((long) EVENTS));
        assertThat(numbers(fixture).stream().distinct()).containsExactlyElementsOf(all);
        Consumption again = new Consumption(fixture, 1);
        again.run(numbers(fixture).size());
        assertThat(again.seen()).containsExactlyElementsOf(all);
        fixture.close();
    }

    private static Path data(TestServers servers) {
        return servers.installation().home().resolve("data");
    }

    private void append(Fixture fixture, long from, long to) {
        for (long number = from; number < to; number++) {
            fixture.append(Fixture.event(member, number));
        }
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
    }

    private static void signal(TestServers servers, String signal) throws IOException, InterruptedException {
        for (Component server : List.of(Component.KAFKA, Component.POSTGRES)) {
            ProcessHandle process =
                    servers.installation().processes().running(server).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(process), process.descendants()).toList();
            for (ProcessHandle one : all) {
                LoopDisk.run("kill", signal, Long.toString(one.pid()));
            }
        }
    }

    private static List<Long> numbers(Fixture fixture) {
        return fixture.kafka.all().stream()
                .map(record -> Fixture.number(record.value()))
                .toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("parasol"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "the folder of the repository");
    }
}
