package coop.parasol.portal.live;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.PortalTopics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears the services' events from now on, and tells the streams. Each portal reads all partitions by itself, without a group
 * and without a place to go on from: what was before is on the pages already. Where nobody has listened for a while, nothing is
 * read. Without Kafka pages are as they were when they were loaded, and nothing else is missing.
 */
@ApplicationScoped
class EventReader {

    private static final Logger LOG = Logger.getLogger(EventReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PARTITIONS_LOOKED_AT = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(3);

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final LiveStreams streams;
    private final EventConsumers consumers;
    private final String prefix;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> reading;
    private @Nullable Thread thread;

    EventReader(
            LiveStreams streams,
            EventConsumers consumers,
            @ConfigProperty(name = "parasol.topic-prefix") Optional<String> prefix) {
        this.streams = streams;
        this.consumers = consumers;
        this.prefix = prefix.orElse("");
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("live-events").start(this::read);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        end.countDown();
        Consumer<String, byte[]> current = reading;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null) {
            thread.join(END);
        }
    }

    private void read() {
        while (!ended()) {
            try (Consumer<String, byte[]> consumer = consumers.open()) {
                reading = consumer;
                readFrom(consumer);
            } catch (WakeupException stopped) {
                return;
            } catch (KafkaException | IllegalStateException away) {
                LOG.warnf("Pages are not live, for Kafka's events cannot be read: %s", away.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                reading = null;
            }
            pause();
        }
    }

    private boolean ended() {
        return end.getCount() == 0;
    }

    private void pause() {
        try {
            end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }

    private void readFrom(Consumer<String, byte[]> consumer) throws InterruptedException {
        List<TopicPartition> partitions = List.of();
        long lookAgain = System.nanoTime();
        while (!ended()) {
            if (!streams.anybodyListens()) {
                partitions = List.of();
                lookAgain = System.nanoTime();
                end.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
                continue;
            }
            if (System.nanoTime() - lookAgain >= 0) {
                List<TopicPartition> found = partitions(consumer);
                if (!found.equals(partitions)) {
                    partitions = found;
                    beginAtTheEnd(consumer, partitions);
                }
                lookAgain = System.nanoTime() + PARTITIONS_LOOKED_AT.toNanos();
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                hear(record);
            }
        }
    }

    /** Whatever was before is not known: pages that are open are read again. */
    private void beginAtTheEnd(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // asked for now, because seekToEnd alone waits for the next poll
        partitions.forEach(consumer::position);
        streams.missed();
        LOG.debugf("Events of %d partitions are read for open pages.", partitions.size());
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        PortalTopics.ALL.forEach(topic -> consumer.partitionsFor(prefix + topic)
                .forEach(partition -> all.add(new TopicPartition(partition.topic(), partition.partition()))));
        return all;
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        if (type == null || type.value() == null || record.value() == null) {
            return;
        }
        EventTypes.byName(new String(type.value(), StandardCharsets.UTF_8)).ifPresent(known -> publish(known, record));
    }

    private void publish(Class<? extends Event> type, ConsumerRecord<String, byte[]> record) {
        try {
            List<Notice> notices = Notices.of(json.readValue(record.value(), type));
            if (!notices.isEmpty()) {
                streams.publish(notices);
            }
        } catch (IOException unreadable) {
            LOG.warnf(
                    "%s at offset %d of %s-%d cannot be read; open pages do not hear of it: %s",
                    type.getSimpleName(), record.offset(), record.topic(), record.partition(), unreadable.getMessage());
        }
    }
}
