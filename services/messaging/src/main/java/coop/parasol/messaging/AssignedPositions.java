package coop.parasol.messaging;

import coop.parasol.messaging.TopicLogs.TopicLog;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets the channel {@code events} read on from the positions in the service's own database. The leader epoch goes with the
 * offset, so that the client finds out whether the log was cut back meanwhile, and then begins where it was. A topic that was
 * replaced by another of the same name is read from its start; it is looked for when partitions are assigned, when the consumer
 * has lost a connection, and each second.
 */
@ApplicationScoped
@Identifier(EventChannel.NAME) class AssignedPositions implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(AssignedPositions.class);

    private final ConsumerPositions positions;
    private final TopicLogs topicLogs;
    private final KafkaClientService clients;
    private final Set<String> topics;
    private final Map<String, String> topicIds = new HashMap<>();
    private final Map<TopicPartition, ConsumerPositions.Gap> lastGaps = new HashMap<>();
    private double closedConnections;
    /** The consumer whose metrics {@code closings} are: it has hundreds, and is asked at every poll. */
    private @Nullable Consumer<?, ?> observed;

    private List<Metric> closings = List.of();

    AssignedPositions(
            ConsumerPositions positions, TopicLogs topicLogs, KafkaClientService clients, TypePositions types) {
        this.positions = positions;
        this.topicLogs = topicLogs;
        this.clients = clients;
        this.topics = types.topics();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            Set<String> _ = replacedTopics();
        } catch (KafkaException e) {
            LOG.debug("Whether a topic was replaced is looked for later", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seek(consumer, partitions);
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, ConsumerPositions.Position> known = positions.find(partitions);
        for (TopicPartition partition : partitions) {
            ConsumerPositions.Position position = known.getOrDefault(partition, ConsumerPositions.Position.START);
            if (position.nextOffset() == 0) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                Optional<Integer> epoch = position.epoch() < 0 ? Optional.empty() : Optional.of(position.epoch());
                consumer.seek(partition, new OffsetAndMetadata(position.nextOffset(), epoch, ""));
            }
        }
    }

    /** Looks at once if the consumer has lost a connection since this was last asked: another broker may answer now. */
    void lookAfterLostConnection() throws InterruptedException {
        Consumer<?, ?> consumer = clients.getConsumer(EventChannel.NAME).unwrap();
        if (!consumer.equals(observed)) {
            closings = consumer.metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().name().equals("connection-close-total")
                            && metric.getKey().group().equals("consumer-metrics"))
                    .<Metric>map(Map.Entry::getValue)
                    .toList();
            observed = consumer;
        }
        double closed = closings.stream()
                .map(Metric::metricValue)
                .mapToDouble(value -> value instanceof Double number ? number : 0)
                .sum();
        if (closed != closedConnections) {
            lookForReplacedTopics();
            closedConnections = closed;
        }
    }

    /** Looks whether a topic was replaced, and reads such a topic from its start; the inbox swallows what comes twice. */
    void lookForReplacedTopics() throws InterruptedException {
        Set<String> replaced = replacedTopics();
        if (!replaced.isEmpty()) {
            LOG.warnf(
                    "The topics %s were replaced by others of the same names: they are read from their start",
                    replaced);
            seekAgain(partition -> replaced.contains(partition.topic()));
        }
    }

    private synchronized Set<String> replacedTopics() throws InterruptedException {
        Map<String, TopicLog> logs = topicLogs.identify(topics);
        Set<String> replaced = new TreeSet<>(positions.beginReplacedTopics(logs));
        logs.forEach((topic, log) -> {
            String before = topicIds.put(topic, log.id());
            if (before != null && !before.equals(log.id())) {
                replaced.add(topic);
            }
        });
        return replaced;
    }

    /**
     * Sends the consumer back to the position of each partition that it has read with a gap: somebody has set the position back,
     * while records from further on were on their way. If the records in the gap do not exist, the position skips them.
     */
    void closeGaps() throws InterruptedException {
        Map<TopicPartition, ConsumerPositions.Gap> gaps = positions.takeGaps();
        if (gaps.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> starts = topicLogs.starts(gaps.keySet());
        gaps.forEach((partition, gap) -> {
            if (gap.equals(lastGaps.put(partition, gap))) {
                positions.skipTo(partition, gap.received());
            } else {
                positions.skipTo(partition, Math.min(gap.received(), starts.getOrDefault(partition, 0L)));
            }
        });
        seekAgain(gaps::containsKey);
    }

    private void seekAgain(Predicate<TopicPartition> which) {
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(EventChannel.NAME);
        consumer.runOnPollingThread(polling -> {
                    seek(polling, polling.assignment().stream().filter(which).toList());
                })
                .await()
                .indefinitely();
    }
}
