package coop.parasol.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks Kafka for the ids of topics and the ends of their logs. Thread-safe. */
final class TopicLogs implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final Supplier<Admin> admins;
    private @Nullable Admin admin;

    /**
     * @param id of the topic; one that is deleted and made anew, or belongs to a replaced broker, has another
     * @param ends by partition
     */
    record TopicLog(String id, Map<Integer, End> ends) {}

    /**
     * The end of a partition's log.
     *
     * @param offset that the next record will get
     * @param epoch the leader epoch of the last record; -1 for an empty log, or if it is unknown
     */
    record End(long offset, int epoch) {
        /** Whether the log ends in an earlier leader epoch than this one. */
        boolean isBehind(int other) {
            return epoch >= 0 && epoch < other;
        }
    }

    TopicLogs(Supplier<Admin> admins) {
        this.admins = admins;
    }

    /**
     * The logs of those topics that exist, by name.
     *
     * @throws KafkaException if Kafka does not answer within five seconds
     */
    synchronized Map<String, TopicLog> look(Collection<String> topics) throws InterruptedException {
        if (topics.isEmpty()) {
            return Map.of();
        }
        Map<String, TopicDescription> described = describe(topics);
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        described.forEach((topic, description) -> description
                .partitions()
                .forEach(
                        partition -> asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        Map<String, TopicLog> logs = new HashMap<>();
        described.forEach((topic, description) ->
                logs.put(topic, new TopicLog(description.topicId().toString(), new HashMap<>())));
        var ends = open().listOffsets(asked, new ListOffsetsOptions().timeoutMs(TIMEOUT_MILLIS));
        for (TopicPartition partition : asked.keySet()) {
            try {
                var end = ends.partitionResult(partition).get();
                TopicLog log = logs.get(partition.topic());
                if (log != null) {
                    log.ends()
                            .put(
                                    partition.partition(),
                                    new End(end.offset(), end.leaderEpoch().orElse(-1)));
                }
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }
        return logs;
    }

    /**
     * The ids of those topics that exist, by name, without the ends of their logs.
     *
     * @throws KafkaException if Kafka does not answer within five seconds
     */
    synchronized Map<String, TopicLog> identify(Collection<String> topics) throws InterruptedException {
        Map<String, TopicLog> logs = new HashMap<>();
        if (!topics.isEmpty()) {
            describe(topics)
                    .forEach((topic, description) ->
                            logs.put(topic, new TopicLog(description.topicId().toString(), Map.of())));
        }
        return logs;
    }

    /**
     * The offsets at which the logs of these partitions begin.
     *
     * @throws KafkaException if Kafka does not answer within five seconds
     */
    synchronized Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.earliest()));
        try {
            Map<TopicPartition, Long> starts = new HashMap<>();
            open().listOffsets(asked, new ListOffsetsOptions().timeoutMs(TIMEOUT_MILLIS))
                    .all()
                    .get()
                    .forEach((partition, start) -> starts.put(partition, start.offset()));
            return starts;
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private Map<String, TopicDescription> describe(Collection<String> topics) throws InterruptedException {
        Map<String, TopicDescription> found = new HashMap<>();
        var answers = open().describeTopics(topics, new DescribeTopicsOptions().timeoutMs(TIMEOUT_MILLIS))
                .topicNameValues();
        for (var answer : answers.entrySet()) {
            try {
                found.put(answer.getKey(), answer.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure(e);
                }
            }
        }
        return found;
    }

    private static KafkaException failure(ExecutionException e) {
        return e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    }

    private Admin open() {
        Admin present = admin == null ? admins.get() : admin;
        admin = present;
        return present;
    }

    @Override
    public synchronized void close() {
        Admin present = admin;
        admin = null;
        if (present != null) {
            present.close(Duration.ZERO);
        }
    }
}
