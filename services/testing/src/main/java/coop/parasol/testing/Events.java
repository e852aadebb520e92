package coop.parasol.testing;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.CloudEvents;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Ids;
import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka for the tests of a service: publishes events as the other services do, and reads the events of the service itself. */
@Singleton
@Unremovable
public class Events {

    /** The longest that a test waits for an asynchronous effect, on a machine that is busy with other tests. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, Object> kafka;
    private final String prefix;
    private final DataSource database;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis());

    Events(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DataSource database,
            @ConfigProperty(name = "parasol.topic-prefix") Optional<String> prefix) {
        this.kafka = kafka;
        this.database = database;
        this.prefix = prefix.orElse("");
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("acks", "all");
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /**
     * Publishes an event as the service that decides it would.
     *
     * @return its envelope, to publish the same event again
     */
    public Envelope publish(Event event) {
        Envelope envelope = new Envelope(
                Ids.next(),
                EventTypes.name(event.getClass()),
                event.subject(),
                sequence.incrementAndGet(),
                Instant.now(),
                Cause.of("another-service"));
        publish(event, envelope);
        return envelope;
    }

    /** Publishes an event with a given envelope, such as a duplicate after a crash of the relay. */
    public void publish(Event event, Envelope envelope) {
        try {
            producer.send(CloudEvents.record(
                            prefix + EventTypes.topic(event.getClass()),
                            EventTypes.service(event.getClass()),
                            envelope,
                            null,
                            CloudEvents.json(event)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for an event of the type that matches, and returns the first. */
    public <E extends Event> E await(Class<E> type, Predicate<E> matches) {
        return Awaitility.await("an event " + type.getSimpleName())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> read(type, matches), found -> !found.isEmpty())
                .getFirst();
    }

    /**
     * All events of the type that match and were committed before this call, in the order of each partition: waits until
     * the outbox is empty, so that an event that is missing here was not decided.
     */
    public <E extends Event> List<E> all(Class<E> type, Predicate<E> matches) {
        Awaitility.await("an empty outbox").atMost(PATIENCE).until(this::isOutboxEmpty);
        return read(type, matches);
    }

    private boolean isOutboxEmpty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select not exists (select from outbox)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private <E extends Event> List<E> read(Class<E> type, Predicate<E> matches) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("enable.auto.commit", false);
        List<E> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(prefix + EventTypes.topic(type)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (CloudEvents.envelope(record).type().equals(EventTypes.name(type))) {
                        E event = CloudEvents.event(type, record.value());
                        if (matches.test(event)) {
                            found.add(event);
                        }
                    }
                }
            }
        }
        return found;
    }
}
