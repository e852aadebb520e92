package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.KafkaAccess;
import coop.parasol.contracts.PortalTopics;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.KafkaSetup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Kafka lets each service write its own topics only, and the portal read those of its pages and notices. */
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
    void the_portal_reads_the_topics_of_its_pages_and_notices_and_writes_its_dead_letters_alone()
            throws ExecutionException, InterruptedException {
        String deadLetters = "portal.dead-letter";
        assertThat(write(Component.PORTAL, password(Component.PORTAL), deadLetters))
                .isNotNegative();
        for (String topic : KafkaSetup.topics()) {
            if (topic.equals(deadLetters)) {
                continue;
            }
            if (PortalTopics.ALL.contains(topic)) {
                assertThat(partitionsForThePortal(topic)).as(topic).isNotEmpty();
            } else {
                assertThatThrownBy(() -> partitionsForThePortal(topic))
                        .as(topic)
                        .isInstanceOf(TopicAuthorizationException.class);
            }
            assertThatThrownBy(() -> write(Component.PORTAL, password(Component.PORTAL), topic))
                    .as("the portal writes " + topic)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> write(Component.QUALITY, "guessed", "quality.dead-letter"))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    /** Reads from a topic as the portal; an empty answer would mean that nothing can be read. */
    private static List<PartitionInfo> partitionsForThePortal(String topic) {
        Map<String, Object> config = access(Component.PORTAL, password(Component.PORTAL));
        config.put("default.api.timeout.ms", 20_000);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            List<TopicPartition> assigned = partitions.stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(assigned);
            consumer.seekToBeginning(assigned);
            consumer.poll(Duration.ofMillis(500));
            return partitions;
        }
    }

    private static String password(Component service) {
        return INSTALLATION.secrets().get("kafka." + service.id());
    }

    /** Writes a record without a type, which every consumer skips. */
    private static long write(Component principal, String password, String topic)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config = access(principal, password);
        config.put("max.block.ms", 20_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, "rights", "{}"))
                    .get()
                    .offset();
        }
    }

    private static Map<String, Object> access(Component principal, String password) {
        return new HashMap<>(KafkaAccess.of(INSTALLATION.kafkaBootstrap(), principal.id(), password)
                .properties());
    }
}
