package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a service that does not read loses its place. */
class ConsumerGroupResetTest {

    private final String group = "rewind-" + UUID.randomUUID();

    @TempDir
    Path home;

    @Test
    void a_service_that_runs_is_left_alone() {
        Installation installation = Installation.at(home, home, Ports.from(Map.of()));
        installation.processes().start(Component.QUALITY, home, List.of("/bin/sh", "-c", "exec sleep 60"), Map.of());
        try {
            assertThatThrownBy(() -> new ConsumerGroupReset(installation).reset(Component.QUALITY))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("./parasol stop quality");
        } finally {
            installation.processes().kill(Component.QUALITY);
        }
    }

    @Test
    void without_kafka_it_is_told_how_to_start_it() {
        Installation installation = Installation.at(home, home, Ports.from(Map.of()));

        assertThatThrownBy(() -> new ConsumerGroupReset(installation).reset(Component.QUALITY))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("./parasol up --servers-only");
    }

    @Test
    void what_is_no_service_has_no_place() {
        Installation installation = Installation.at(home, home, Ports.from(Map.of()));

        assertThatThrownBy(() -> new ConsumerGroupReset(installation).reset(Component.KEYCLOAK))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("membership, quality");
    }

    @Test
    void a_place_is_forgotten_once_nobody_reads() {
        ConsumerGroupReset reset = new ConsumerGroupReset(TestInstallation.installation());
        try (KafkaConsumer<String, String> reader = reader()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                reader.poll(Duration.ofMillis(100));
                return !reader.assignment().isEmpty();
            });
            reader.commitSync();

            assertThatThrownBy(() -> reset.deleteGroup(group))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining(group + " still reads");
        }

        assertThat(reset.deleteGroup(group)).isTrue();
        assertThat(reset.deleteGroup(group)).as("it had no place any more").isFalse();
    }

    private KafkaConsumer<String, String> reader() {
        Map<String, Object> config = new HashMap<>(Kafka.clientProperties(TestInstallation.installation(), "admin"));
        config.put("group.id", group);
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        KafkaConsumer<String, String> reader =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        reader.subscribe(List.of("quality.dead-letter"));
        return reader;
    }
}
