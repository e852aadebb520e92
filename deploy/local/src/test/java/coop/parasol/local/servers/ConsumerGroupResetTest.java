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

/** The consumer group of a service is reset only while the service does not run. */
class ConsumerGroupResetTest {

    private final String group = "rewind-" + UUID.randomUUID();

    @TempDir
    Path home;

    @Test
    void the_group_of_a_running_service_is_not_reset() {
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
    void without_kafka_the_message_says_how_to_start_it() {
        Installation installation = Installation.at(home, home, Ports.from(Map.of()));

        assertThatThrownBy(() -> new ConsumerGroupReset(installation).reset(Component.QUALITY))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("./parasol up --servers-only");
    }

    @Test
    void only_a_service_has_a_consumer_group() {
        Installation installation = Installation.at(home, home, Ports.from(Map.of()));

        assertThatThrownBy(() -> new ConsumerGroupReset(installation).reset(Component.KEYCLOAK))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("membership, quality");
    }

    @Test
    void a_group_is_deleted_once_it_has_no_members() {
        ConsumerGroupReset reset = new ConsumerGroupReset(TestInstallation.installation());
        try (KafkaConsumer<String, String> reader = reader()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                reader.poll(Duration.ofMillis(100));
                return !reader.assignment().isEmpty();
            });
            reader.commitSync();

            assertThatThrownBy(() -> reset.deleteGroup(group))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining(group + " still has members");
        }

        assertThat(reset.deleteGroup(group)).isTrue();
        assertThat(reset.deleteGroup(group)).as("the group no longer exists").isFalse();
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
