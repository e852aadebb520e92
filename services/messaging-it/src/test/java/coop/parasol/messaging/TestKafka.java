package coop.parasol.messaging;

import coop.parasol.contracts.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Topics of its own on the Kafka of the test run. */
final class TestKafka implements AutoCloseable {

    static final int PARTITIONS = 6;

    private final String prefix = "messaging-" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final Set<String> topics;
    private final Admin admin = Admin.create(access());

    TestKafka(String... topics) {
        this.topics = List.of(topics).stream().map(topic -> prefix + topic).collect(Collectors.toSet());
        try {
            admin.createTopics(this.topics.stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static String servers() {
        return Objects.requireNonNull(TestDatabase.setting("PARASOL_TEST_KAFKA"), "PARASOL_TEST_KAFKA");
    }

    static Map<String, Object> access() {
        return access(servers());
    }

    static Map<String, Object> access(String servers) {
        return KafkaAccess.of(
                        servers,
                        Objects.requireNonNullElse(TestDatabase.setting("PARASOL_TEST_KAFKA_USER"), ""),
                        Objects.requireNonNullElse(TestDatabase.setting("PARASOL_TEST_KAFKA_PASSWORD"), ""))
                .properties();
    }

    String prefix() {
        return prefix;
    }

    KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> config = access();
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, PARTITIONS).mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    /** Everything that is in the topics, in the order of each partition. */
    List<ConsumerRecord<String, byte[]>> all() {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** Sets a setting of each topic; null takes it back. */
    void configure(String name, @Nullable String value) {
        AlterConfigOp change = new AlterConfigOp(
                new ConfigEntry(name, value), value == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET);
        try {
            admin.incrementalAlterConfigs(topics.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                    _ -> List.of(change))))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes a topic and makes one of the same name: what a replaced broker has. */
    void recreate(String topic) {
        recreate(admin, prefix + topic);
    }

    static void recreate(Admin admin, String topic) {
        try {
            Uuid deleted = topicId(admin, topic);
            admin.deleteTopics(List.of(topic)).all().get();
            // who reads it may ask for it at once, and the brokers of tests create what is asked for
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !deleted.equals(topicId(admin, topic)));
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The id of the topic of this name; zero if there is none. */
    private static Uuid topicId(Admin admin, String topic) throws InterruptedException, ExecutionException {
        return admin.listTopics().listings().get().stream()
                .filter(each -> each.name().equals(topic))
                .map(TopicListing::topicId)
                .findFirst()
                .orElse(Uuid.ZERO_UUID);
    }

    @Override
    public void close() {
        try (admin) {
            admin.deleteTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
