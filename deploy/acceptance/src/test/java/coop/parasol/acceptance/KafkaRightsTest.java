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
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    void a_service_may_write_its_own_topics_and_not_another_services() throws ExecutionException, InterruptedException {
        for (Component service : Component.services()) {
            try (KafkaProducer<String, String> producer = producer(service, password(service))) {
                for (Component other : Component.services()) {
                    if (service == other) {
                        assertThat(write(producer, service.id() + ".dead-letter"))
                                .isNotNegative();
                    } else {
                        assertThatThrownBy(() -> write(producer, other.id() + ".dead-letter"))
                                .as(service + " writes for " + other)
                                .hasCauseInstanceOf(TopicAuthorizationException.class);
                    }
                }
            }
        }
        try (KafkaProducer<String, String> producer = producer(Component.PRODUCTION, password(Component.PRODUCTION))) {
            assertThatThrownBy(() -> write(producer, "quality.certificates"))
                    .as("a producer's service certifies nothing")
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void the_portal_reads_the_topics_of_its_pages_and_notices_and_writes_its_dead_letters_alone()
            throws ExecutionException, InterruptedException {
        String deadLetters = "portal.dead-letter";
        try (KafkaProducer<String, String> producer = producer(Component.PORTAL, password(Component.PORTAL))) {
            assertThat(write(producer, deadLetters)).isNotNegative();
            for (String topic : KafkaSetup.topics()) {
                if (!topic.equals(deadLetters)) {
                    assertThatThrownBy(() -> write(producer, topic))
                            .as("the portal writes " + topic)
                            .hasCauseInstanceOf(AuthorizationException.class);
                }
            }
        }
        try (KafkaConsumer<String, String> consumer = consumerOfThePortal()) {
            for (String topic : KafkaSetup.topics()) {
                if (PortalTopics.ALL.contains(topic)) {
                    assertThat(read(consumer, topic)).as(topic).isNotNegative();
                } else if (!topic.equals(deadLetters)) {
                    assertThatThrownBy(() -> read(consumer, topic))
                            .as(topic)
                            .isInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (KafkaProducer<String, String> producer = producer(Component.QUALITY, "guessed")) {
            assertThatThrownBy(() -> write(producer, "quality.dead-letter"))
                    .hasRootCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    /** Reads what a topic has to its end, and asks for more at least once; @return how many records. */
    private static long read(KafkaConsumer<String, String> consumer, String topic) {
        List<TopicPartition> assigned = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        assertThat(assigned).as(topic).isNotEmpty();
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        consumer.assign(assigned);
        consumer.seekToBeginning(assigned);
        long records = 0;
        do {
            records += consumer.poll(Duration.ofMillis(200)).count();
        } while (assigned.stream().anyMatch(each -> consumer.position(each) < Objects.requireNonNull(ends.get(each))));
        return records;
    }

    private static KafkaConsumer<String, String> consumerOfThePortal() {
        Map<String, Object> config = access(Component.PORTAL, password(Component.PORTAL));
        config.put("default.api.timeout.ms", 20_000);
        config.put("fetch.max.wait.ms", 20);
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    private static String password(Component service) {
        return INSTALLATION.secrets().get("kafka." + service.id());
    }

    /** Writes a record without a type, which every consumer skips. */
    private static long write(KafkaProducer<String, String> producer, String topic)
            throws ExecutionException, InterruptedException {
        return producer.send(new ProducerRecord<>(topic, "rights", "{}")).get().offset();
    }

    private static KafkaProducer<String, String> producer(Component principal, String password) {
        Map<String, Object> config = access(principal, password);
        config.put("max.block.ms", 20_000);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    private static Map<String, Object> access(Component principal, String password) {
        return new HashMap<>(KafkaAccess.of(INSTALLATION.kafkaBootstrap(), principal.id(), password)
                .properties());
    }
}
