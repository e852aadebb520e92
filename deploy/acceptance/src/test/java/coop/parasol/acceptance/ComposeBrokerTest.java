package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.KafkaAccess;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.KafkaSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The broker of docker-compose.yml without Docker: the program by which Kafka's image turns its environment into settings
 * runs here, the broker starts from them, and {@code kafka-setup} does what its container does.
 */
class ComposeBrokerTest {

    private static final String ADMINISTRATOR = "administrators";

    @TempDir
    Path home;

    @Test
    void the_broker_starts_from_its_environment_and_kafka_setup_gives_each_service_its_rights() throws Exception {
        int services = StandaloneBroker.freePort();
        int setup = StandaloneBroker.freePort();
        int controller = StandaloneBroker.freePort();
        Path log = home.resolve("log");
        Map<String, String> environment = environment("kafka");
        environment.put("CLUSTER_ID", "5L6g3nShT-eMCtK--X86sw"); // the image's default
        environment.put("KAFKA_LOG_DIRS", home.resolve("data").toString());
        environment.replaceAll((name, value) -> value.replace("//kafka:", "//127.0.0.1:")
                .replace("//:", "//127.0.0.1:")
                .replace(":9092", ":" + services)
                .replace(":9093", ":" + controller)
                .replace(":9094", ":" + setup));
        Path images = Files.createDirectories(home.resolve("image"));
        for (String file : new String[] {"server.properties", "log4j2.yaml", "tools-log4j2.yaml"}) {
            Files.writeString(images.resolve(file), "");
        }
        Path settings = Files.createDirectories(home.resolve("config"));
        Path mounted = Files.createDirectories(home.resolve("mounted"));

        StandaloneBroker.run(
                log,
                environment,
                "kafka.docker.KafkaDockerWrapper",
                "setup",
                "--default-configs-dir",
                images.toString(),
                "--mounted-configs-dir",
                mounted.toString(),
                "--final-configs-dir",
                settings.toString());
        try (var _ = new StandaloneBroker(settings.resolve("server.properties"), log)) {
            Map<String, String> ofSetup = environment("kafka-setup");
            ofSetup.put("PARASOL_KAFKA", "127.0.0.1:" + setup);
            awaitBroker(setup);

            StandaloneBroker.parasol(log, ofSetup, "kafka-setup");
            StandaloneBroker.parasol(log, ofSetup, "kafka-setup"); // a second start changes nothing

            try (Admin admin = administrator(setup)) {
                assertThat(admin.listTopics().names().get()).containsAll(KafkaSetup.topics());
            }
            for (Component service : Component.services()) {
                String password = Objects.requireNonNull(ofSetup.get("PARASOL_KAFKA_PASSWORD_" + service.name()));
                assertThat(write(services, service, password, service.id() + ".dead-letter"))
                        .isNotNegative();
            }
            String password = Objects.requireNonNull(ofSetup.get("PARASOL_KAFKA_PASSWORD_PRODUCTION"));
            assertThatThrownBy(() -> write(services, Component.PRODUCTION, password, "quality.dead-letter"))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    /** A service's environment in the file; each secret of .env is made of its own name. */
    private static Map<String, String> environment(String service) throws IOException {
        Map<String, String> environment = new TreeMap<>(ComposeFile.environment(ComposeFile.service(service)));
        environment.replaceAll(
                (name, value) -> value.replaceAll("\\$\\{PARASOL_KAFKA_ADMIN_PASSWORD[^}]*}", ADMINISTRATOR)
                        .replaceAll("\\$\\{(PARASOL_\\w+)[^}]*}", "secret-of-$1"));
        return environment;
    }

    private static Admin administrator(int port) {
        Map<String, Object> access = new HashMap<>(
                new KafkaAccess("127.0.0.1:" + port, "admin", ADMINISTRATOR, "", "PLAIN", Map.of()).properties());
        access.put("default.api.timeout.ms", 5_000);
        access.put("request.timeout.ms", 4_000);
        return Admin.create(access);
    }

    private static void awaitBroker(int port) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            try (Admin admin = administrator(port)) {
                return !admin.describeCluster().nodes().get().isEmpty();
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }

    private static long write(int port, Component service, String password, String topic)
            throws ExecutionException, InterruptedException {
        Map<String, Object> access =
                KafkaAccess.of("127.0.0.1:" + port, service.id(), password).properties();
        access.put("max.block.ms", 20_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(access, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, "rights", "{}"))
                    .get()
                    .offset();
        }
    }
}
