package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Kafka lets each service write its own topics only. */
class KafkaRightsTest {

    private static final Installation INSTALLATION =
            RunningSystem.afterASeason().installation();

    @Test
    void a_service_may_write_its_own_topics() throws ExecutionException, InterruptedException {
        for (Component service : Component.services()) {
            assertThat(write(service, password(service), service.id() + ".dead-letter"))
                    .isNotNegative();
        }
    }

    @Test
    void a_service_may_not_write_another_services_topics() {
        for (Component service : Component.services()) {
            for (Component other : Component.services()) {
                if (service != other) {
                    assertThatThrownBy(() -> write(service, password(service), other.id() + ".dead-letter"))
                            .as(service + " writes for " + other)
                            .hasCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
        assertThatThrownBy(() -> write(Component.PRODUCTION, password(Component.PRODUCTION), "quality.certificates"))
                .as("a producer's service certifies nothing")
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> write(Component.QUALITY, "guessed", "quality.dead-letter"))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    private static String password(Component service) {
        return INSTALLATION.secrets().get("kafka." + service.id());
    }

    /** Writes a record without a type, which every consumer skips. */
    private static long write(Component principal, String password, String topic)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config = new HashMap<>(Map.of(
                "bootstrap.servers",
                INSTALLATION.kafkaBootstrap(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(principal.id(), password),
                "max.block.ms",
                20_000));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, "rights", "{}"))
                    .get()
                    .offset();
        }
    }
}
