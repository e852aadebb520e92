package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.messaging.SentEvents.Position;
import coop.parasol.messaging.SentEvents.SentPartition;
import coop.parasol.messaging.TopicLogs.TopicLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Notices that the database was restored to an earlier state: the service's own topics then have records behind the last
 * acknowledged offset that the database knows, of events that are not in its outbox. They are listed (table
 * {@code restored_event}), the outbox's seq is raised above theirs, and so are the service's {@link RestoredCounters}.
 */
final class RestoredEvents {

    private static final Logger LOG = Logger.getLogger(RestoredEvents.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration MAX_SILENCE = Duration.ofSeconds(10);

    private final String service;
    private final String topicPrefix;
    private final KafkaClients kafka;
    private final Clock clock;
    private final java.util.function.Consumer<List<Event>> listener;

    RestoredEvents(
            String service,
            String topicPrefix,
            KafkaClients kafka,
            Clock clock,
            java.util.function.Consumer<List<Event>> listener) {
        this.service = service;
        this.topicPrefix = topicPrefix;
        this.kafka = kafka;
        this.clock = clock;
        this.listener = listener;
    }

    /** The topics that the service writes, without prefix. */
    Set<String> topics() {
        return Stream.concat(
                        EventTypes.all().stream()
                                .filter(type -> EventTypes.service(type).equals(service))
                                .map(EventTypes::topic),
                        Stream.of(service + ".dead-letter"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Looks behind the acknowledged offsets; reads nothing if each topic ends there.
     *
     * @param logs of the service's topics, by their names without prefix
     */
    void find(OutboxSession open, Map<String, TopicLog> logs) throws SQLException {
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<SentPartition, Position> ends = new HashMap<>();
        logs.forEach((topic, log) -> log.ends().forEach((partition, end) -> {
            SentPartition key = new SentPartition(topic, partition);
            Optional<Position> position = open.sent().position(key);
            if (position.isPresent() && !position.get().topicId().equals(log.id())) {
                return; // the topic was replaced, not the database: all is sent again
            }
            long known = position.map(last -> last.offset() + 1).orElse(0L);
            if (end.offset() > known) {
                from.put(new TopicPartition(topicPrefix + topic, partition), known);
                ends.put(key, new Position(log.id(), end.offset() - 1, end.epoch()));
            }
        }));
        if (from.isEmpty()) {
            return;
        }
        List<ConsumerRecord<String, byte[]>> onlyThere = new ArrayList<>();
        long maxSequence = 0;
        for (ConsumerRecord<String, byte[]> record : read(from, ends)) {
            maxSequence = Math.max(maxSequence, CloudEvents.envelope(record).sequence());
            onlyThere.add(record);
        }
        Set<UUID> unsent = open.sent()
                .unsent(onlyThere.stream()
                        .map(record -> CloudEvents.envelope(record).id())
                        .toList());
        onlyThere.removeIf(
                record -> unsent.contains(CloudEvents.envelope(record).id()));
        if (!onlyThere.isEmpty()) {
            listener.accept(onlyThere.stream().flatMap(RestoredEvents::event).toList());
            LOG.errorf(
                    "The database of %s was restored to an earlier state: its topics have %d events that it does not know"
                            + " (table restored_event), up to number %d. Its numbers go on above them.",
                    service, onlyThere.size(), maxSequence);
        }
        open.sent().recordRestored(onlyThere, ends, maxSequence, clock.instant());
    }

    private static Stream<Event> event(ConsumerRecord<String, byte[]> record) {
        return EventTypes.byName(CloudEvents.type(record)).stream().flatMap(type -> {
            try {
                return Stream.of(CloudEvents.event(type, record.value()));
            } catch (UnreadableEventException e) {
                return Stream.empty();
            }
        });
    }

    private List<ConsumerRecord<String, byte[]>> read(
            Map<TopicPartition, Long> from, Map<SentPartition, Position> ends) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> reader = kafka.reader()) {
            reader.assign(from.keySet());
            from.forEach(reader::seek);
            Set<TopicPartition> open = new HashSet<>(from.keySet());
            long silent = System.nanoTime();
            while (!open.isEmpty()) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    found.add(record);
                    silent = System.nanoTime();
                }
                open.removeIf(partition -> reader.position(partition) > end(ends, partition));
                if (System.nanoTime() - silent > MAX_SILENCE.toNanos()) {
                    throw new KafkaException("The topics of " + service + " could not be read to their ends");
                }
            }
        }
        return found;
    }

    private long end(Map<SentPartition, Position> ends, TopicPartition partition) {
        Position end =
                ends.get(new SentPartition(partition.topic().substring(topicPrefix.length()), partition.partition()));
        return end == null ? -1 : end.offset();
    }
}
